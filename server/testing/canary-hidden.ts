// What is hidden in the canary's house once everybody has looked around: a private space, a conversation out of an
// archive, earlier and deleted words, a brief, notes, reflections and readings.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { brief } from '#contract/brief'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { newId } from '#platform/ids'
import { must } from './answer.ts'
import type { Bundle } from './canary-inputs.ts'
import { type House, talk, words } from './canary-world.ts'
import { type CastName, cast } from './cast.ts'
import type { Caller, TestFoyer } from './foyer.ts'

/** Hides things in a house that stands open, and notes their identities as bundles. */
export async function hideThings(house: House): Promise<void> {
  const { foyer, bundles } = house
  const executive = await foyer.as('executive')
  const board = must(
    await executive.write(spaces.createSpace, {
      name: words('Board'),
      purpose: words('BoardPurpose'),
      visibility: 'private',
    }),
  ).id
  for (const who of ['delegate', 'plantManager'] as const) {
    must(await executive.write(spaces.invitePerson, { spaceId: board, personId: cast[who].id }))
  }
  await addMember(foyer, { spaceId: board, who: 'supervisor' })
  const said = {
    board: await reworded(house, board),
    deleted: await deleted(house, board),
    conversation: await conversation(house),
    leaver: await talk(foyer, { spaceId: board, of: 'Leaver', by: 'plantManager' }),
  }
  const waiting = {
    title: words('Waiting'),
    body: words('WaitingBody'),
    on: '2026-05-01T08:00',
    timeZone: 'UTC',
  }
  const scheduled = must(await executive.write(spaces.schedulePost, { spaceId: board, ...waiting })).id
  const kept = { ...(await keepThings(house, said.board.said as SaidId)), scheduled }
  for (const [name, bundle] of Object.entries(said)) {
    bundles[name] = { ...bundleOf(bundles, 'commons'), ...bundle }
  }
  for (const bundle of Object.values(bundles)) Object.assign(bundle, kept)
  await house.foyer.runJobs()
  await leave(house, board)
  await changeVault(house)
}

/** Asked of the executive and of one who will leave, then put otherwise. */
async function reworded({ foyer }: House, spaceId: SpaceId) {
  const asks = ['executive', 'plantManager'] as const
  const ids = await talk(foyer, { spaceId, of: 'Earlier', by: 'delegate', asks: [...asks] })
  const delegate = await foyer.as('delegate')
  foyer.clock.now = foyer.clock.now.add({ minutes: 1 })
  const title = words('BoardTitle')
  must(
    await delegate.write(spaces.editWords, { saidId: ids.post as SaidId, title, body: words('BoardBody') }),
  )
  must(await delegate.write(spaces.editWords, { saidId: ids.reply as SaidId, body: words('BoardReply') }))
  return ids
}

async function addMember(foyer: TestFoyer, member: { spaceId: SpaceId; who: CastName }): Promise<void> {
  await sql`insert into spaces.membership (space_id, person_id, joined_at)
    values (${member.spaceId}, ${cast[member.who].id}, ${foyer.clock.now})`.execute(foyer.db)
}

async function deleted({ foyer }: House, spaceId: SpaceId) {
  const ids = await talk(foyer, { spaceId, of: 'BoardDeleted', by: 'delegate' })
  const delegate = await foyer.as('delegate')
  for (const saidId of [ids.reply, ids.post] as SaidId[]) {
    must(await delegate.write(spaces.deleteWords, { saidId }))
  }
  return ids
}

/** Only imports make conversations, fold text and carry threads on, so this one is written as they write. */
async function conversation({ foyer, bundles }: House) {
  const { db, clock } = foyer
  const spaceId = newId<SpaceId>(clock.now)
  await sql`insert into spaces.space (id, name, visibility, is_conversation, created_at)
    values (${spaceId}, ${words('Conversation')}, 'private', true, ${clock.now})`.execute(db)
  for (const who of ['executive', 'delegate'] as const) await addMember(foyer, { spaceId, who })
  const ids = await talk(foyer, { spaceId, of: 'Conversation' })
  const open = bundleOf(bundles, 'commons')
  await sql`update spaces.post set folded = ${words('Folded')} where id = ${ids.post}`.execute(db)
  await sql`update spaces.reply set folded = ${words('Folded')} where id = ${ids.reply}`.execute(db)
  await sql`insert into spaces.continuation (said_id, post_id, from_said_id, from_post_id)
    values (${ids.post}, ${ids.post}, ${open.said}, ${open.post}), (${open.reply}, ${open.post}, ${ids.said}, ${ids.post})
  `.execute(db)
  return ids
}

/** The executive's brief of hidden things, and what she keeps of it. */
async function keepThings({ foyer }: House, saidId: SaidId) {
  const executive = await foyer.as('executive')
  must(await executive.write(voices.recordReading, { saidId, seconds: 30 }))
  must(await executive.write(spaces.react, { saidId, kind: 'thank' }))
  const opened = await saveFromBrief(executive, saidId, words('Note'))
  const prompt = opened.cards.find((card) => card.kind === 'reflect')
  if (prompt !== undefined) {
    const reflection = { action: 'reflect' as const, body: words('Reflection') }
    must(
      await executive.write(brief.finishCard, { briefId: opened.brief, cardKey: prompt.key, ...reflection }),
    )
  }
  const reflection = must(await executive.read(brief.listReflections, {})).items[0]?.id ?? ''
  const own = { letter: await keepLetter(foyer), draft: await keepDraft(foyer) }
  return { brief: opened.brief as string, card: opened.card, reflection, ...own }
}

/** A letter to the executive that stayed here for want of a mail server. */
async function keepLetter({ db, clock }: TestFoyer): Promise<string> {
  const [id, to, at] = [newId<string>(clock.now), cast.executive.id, clock.now]
  await sql`
    insert into mail.letter (id, unique_key, person_id, why, subject, text, written_at, state, next_at, settled_at)
    values (${id}, ${id}, ${to}, 'digest', ${words('Subject')}, ${words('Letter')}, ${at}, 'kept', ${at}, ${at})
  `.execute(db)
  return id
}

/** A draft of the executive's, out of mail that they forwarded. */
async function keepDraft({ db, clock }: TestFoyer): Promise<string> {
  const id = newId<string>(clock.now)
  await sql`
    insert into answers.draft (id, person_id, title, question, answer, answered_by, note, at)
    values (${id}, ${cast.executive.id}, ${words('DraftTitle')}, ${words('DraftQuestion')}, ${words('DraftAnswer')},
      ${words('DraftBy')}, ${words('DraftNote')}, ${clock.now})`.execute(db)
  return id
}

async function saveFromBrief(reader: Caller, saidId: SaidId, body: string) {
  const { id, cards } = must(await reader.write(brief.openBrief, { again: true, minutes: 15 }))
  const card = cards.find(({ words }) => words?.saidId === saidId)
  assert.ok(id !== null && card !== undefined, 'what was asked by name is in the brief')
  must(await reader.write(brief.finishCard, { briefId: id, cardKey: card.key, action: 'save', body }))
  return { brief: id, card: card.key, cards }
}

/** Of a closed space one knows that it is there: not who is in it, nor what goes on. */
async function changeVault({ foyer, bundles }: House): Promise<void> {
  const spaceId = bundleOf(bundles, 'vault').space as SpaceId
  await sql`delete from spaces.membership where space_id = ${spaceId} and person_id = ${cast.delegate.id}`.execute(
    foyer.db,
  )
  await addMember(foyer, { spaceId, who: 'supervisor' })
  await talk(foyer, { spaceId, of: 'VaultLater' })
}

/** One who read and kept things of the private space, and is in it no more. */
async function leave({ foyer, outsiders, bundles }: House, spaceId: SpaceId): Promise<void> {
  const leaver = outsiders.find(({ name }) => name === 'plantManager')
  assert.ok(leaver !== undefined)
  const board = bundleOf(bundles, 'board')
  must(await leaver.caller.write(spaces.follow, { what: 'thread', id: board.post as never }))
  must(await leaver.caller.write(voices.recordReading, { saidId: board.said as SaidId, seconds: 30 }))
  const { brief: own, card } = await saveFromBrief(leaver.caller, board.said as SaidId, 'A note of my own')
  must(
    await leaver.caller.write(spaces.markSeen, {
      postId: board.post as PostId,
      at: foyer.clock.now.toString(),
    }),
  )
  Object.assign(leaver.visible, { brief: own, card })
  must(await leaver.caller.write(spaces.leaveSpace, { id: spaceId }))
  // Leaving ends the following too; an archive or a keeper may end a membership alone.
  await sql`insert into spaces.follow (person_id, what, target_id, at)
    values (${cast.plantManager.id}, 'space', ${spaceId}, ${foyer.clock.now})`.execute(foyer.db)
}

function bundleOf(bundles: House['bundles'], name: string): Bundle {
  const bundle = bundles[name]
  assert.ok(bundle !== undefined)
  return bundle
}
