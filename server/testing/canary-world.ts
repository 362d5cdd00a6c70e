// A house with things in it that some may not see, every word of them marked, and everybody who is outside of
// something: the stage of the canary test.
import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import { brief } from '#contract/brief'
import { people } from '#contract/people'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { must } from './answer.ts'
import { type Bundle, LURE, type Thing } from './canary-inputs.ts'
import { type CastName, cast, mention } from './cast.ts'
import type { Caller, TestFoyer } from './foyer.ts'

export type Outsider = {
  name: string
  caller: Caller
  /** What they may see, and what is theirs. */
  visible: Bundle
  /** Names of bundles that they may see through. */
  sees: readonly string[]
  /** Things they know of without seeing into them. */
  knows: ReadonlySet<string>
  /** Whether people are no secret to them: to guests and to those outside, they are. */
  seesPeople: boolean
  knownMarks: readonly string[]
  /** Rows with one of these in them are theirs to change. */
  owns: readonly string[]
}

export type House = {
  foyer: TestFoyer
  bundles: Record<string, Bundle>
  outsiders: Outsider[]
}

/** A word that must not come to light. No packed or random text spells one by chance: none has a tilde. */
export const mark = (of: string) => `Qx~${of}~xQ`
/** Finds marks in any capitalisation. */
export const MARK = /qx~\w+~xq/gi

export const words = (of: string) => `${LURE} ${mark(of)}`
const INSIDERS_KNOW = [
  ...[
    'Commons',
    'CommonsTitle',
    'CommonsBody',
    'CommonsReply',
    'CommonsFile',
    'CommonsBytes',
    'ThemeOfCommons',
  ],
  ...['CommonsPoll', 'CommonsOption', 'ThemeOfDeleted'],
  ...['Gate', 'Vault', 'Harbour', 'Lapsed', 'OtherGuest', 'OtherPartner'],
].map(mark)
const GUESTS_KNOW = [
  ...['Gate', 'GateTitle', 'GateBody', 'GateReply', 'GateFile', 'GateBytes', 'ThemeOfGate'],
  ...['GatePoll', 'GateOption'],
].map(mark)

/** What is nowhere: an identity of each thing that was never given. */
export function nothing(at: Temporal.Instant): Bundle {
  const id = () => newId<string>(at)
  return {
    ...{ person: id(), space: id(), post: id(), reply: id(), said: id(), brief: id(), reflection: id() },
    ...{ scheduled: id(), draft: id(), hours: id() },
    ...{ file: id(), session: id(), card: `asked:${id()}`, address: 'nobody@foyer.test', letter: id() },
  }
}

type Talk = { spaceId: SpaceId; of: string; by?: CastName; asks?: CastName[] }

/** Starts a thread of marked words with a marked file, a marked poll and one marked reply, and gives their identities. */
export async function talk(foyer: TestFoyer, { spaceId, of, by = 'executive', asks = [] }: Talk) {
  const author = await foyer.as(by)
  const mentions = asks.map(mention).join(' ')
  const title = words(`${of}Title`)
  const body = `${mentions} ${words(`${of}Body`)}, could you decide?`
  const file = must(await author.upload(`${mark(`${of}File`)}.txt`, Buffer.from(words(`${of}Bytes`))))
  const fileIds = [file.id]
  const poll = { question: words(`${of}Poll`), options: [mark(`${of}Option`), 'Neither'] }
  const post = must(
    await author.write(spaces.writePost, { spaceId, title, body, fileIds, poll, kind: 'question' }),
  )
  must(await author.write(spaces.vote, { postId: post.id, choices: [0] }))
  foyer.clock.now = foyer.clock.now.add({ seconds: 20 })
  const reply = must(await author.write(spaces.writeReply, { postId: post.id, body: words(`${of}Reply`) }))
  const hours = await queue(foyer, { spaceId, postId: post.id, askerId: cast[by].id, of })
  return {
    hours,
    space: spaceId as string,
    post: post.id as string,
    reply: reply.id as string,
    said: post.id as string,
    file: file.id as string,
  }
}

type Queued = { spaceId: SpaceId; postId: PostId; askerId: PersonId; of: string }

/** Marked office hours of the executive, in which a question was set aside for a marked reason. */
async function queue({ db, clock }: TestFoyer, { spaceId, postId, askerId, of }: Queued): Promise<string> {
  const id = newId<string>(clock.now)
  const [host, at] = [cast.executive.id, clock.now]
  const beginsAt = at.add({ hours: 24 })
  await sql`
    insert into answers.hours (id, host_id, offered_by, space_id, theme, opens_at, begins_at, ends_at, changed_at)
    values (${id}, ${host}, ${host}, ${spaceId}, ${words(`ThemeOf${of}`)}, ${at}, ${beginsAt},
      ${beginsAt.add({ hours: 1 })}, ${at})`.execute(db)
  await sql`
    insert into answers.hours_question
      (post_id, hours_id, asker_id, asked_at, set_aside_at, set_aside_by, set_aside_reason)
    values (${postId}, ${id}, ${askerId}, ${at}, ${at}, ${host}, ${words(`${of}Reason`)})`.execute(db)
  return id
}

/** Everything that is there before anything is hidden: an open space, two closed ones, and everybody signed in. */
export async function openHouse(foyer: TestFoyer): Promise<House> {
  const executive = await foyer.as('executive')
  const space = async (name: string, more: { visibility: 'open' | 'closed'; isPorous?: boolean }) =>
    must(await executive.write(spaces.createSpace, { name: words(name), purpose: mark(name), ...more })).id
  const commons = await space('Commons', { visibility: 'open' })
  const gate = await space('Gate', { visibility: 'closed', isPorous: true })
  const vault = await space('Vault', { visibility: 'closed' })
  const harbour = await space('Harbour', { visibility: 'closed', isPorous: true })
  const lapsed = await space('Lapsed', { visibility: 'closed', isPorous: true })
  await addOtherGuest(foyer, harbour)
  for (const [spaceId, who] of [
    [gate, 'guest'],
    [lapsed, 'guest'],
    [vault, 'delegate'],
  ] as const) {
    must(await executive.write(spaces.invitePerson, { spaceId, personId: cast[who].id }))
  }
  const unused = nothing(foyer.clock.now)
  const session = must(await executive.read(auth.listSessions, {})).items[0]?.id ?? ''
  const theirs = { ...unused, person: cast.executive.id, session }
  const house: House = { foyer, bundles: {}, outsiders: [] }
  house.bundles.commons = { ...theirs, ...(await talk(foyer, { spaceId: commons, of: 'Commons' })) }
  house.bundles.gate = { ...theirs, ...(await talk(foyer, { spaceId: gate, of: 'Gate' })) }
  house.bundles.vault = { ...theirs, ...(await talk(foyer, { spaceId: vault, of: 'Vault' })) }
  house.bundles.harbour = { ...theirs, ...(await talk(foyer, { spaceId: harbour, of: 'Harbour' })) }
  house.bundles.lapsed = { ...theirs, ...(await talk(foyer, { spaceId: lapsed, of: 'Lapsed' })) }
  // What was porous once is as shut to its guests as what never was.
  must(await executive.write(spaces.updateSpace, { id: lapsed, isPorous: false }))
  await deleteInTheOpen(foyer, commons)
  house.outsiders.push(...(await insiders(house)), await guest(house), ...(await thoseOutside(house)))
  return house
}

/** A guest of another space: to the guests of this one there is nobody else. */
async function addOtherGuest({ db, clock }: TestFoyer, spaceId: SpaceId): Promise<void> {
  const id = newId<PersonId>(clock.now)
  await sql`insert into people.person (id, name, organisation, roles, created_at)
    values (${id}, ${words('OtherGuest')}, ${words('OtherPartner')}, '{guest}', ${clock.now})`.execute(db)
  await sql`insert into spaces.membership (space_id, person_id, joined_at) values (${spaceId}, ${id}, ${clock.now})`.execute(
    db,
  )
}

/** Deleted words leave a trace where they stood, and nothing else. */
async function deleteInTheOpen(foyer: TestFoyer, spaceId: SpaceId): Promise<void> {
  const gone = await talk(foyer, { spaceId, of: 'Deleted' })
  const executive = await foyer.as('executive')
  for (const saidId of [gone.reply, gone.post] as SaidId[])
    must(await executive.write(spaces.deleteWords, { saidId }))
}

type Standing = Pick<Outsider, 'sees' | 'seesPeople' | 'knownMarks'> & { house: House; who: CastName }

async function standingOf({ house, who, ...rest }: Standing): Promise<Outsider> {
  const { foyer, bundles } = house
  const caller = await foyer.as(who)
  const other = await foyer.signIn(who)
  const session = must(await other.read(auth.listSessions, {})).items.find(({ isThisOne }) => isThisOne)
  const own = must(await caller.write(brief.openBrief, {}))
  const reflect = own.cards.find((card) => card.kind === 'reflect')
  assert.ok(own.id !== null && reflect !== undefined && session !== undefined)
  const finished = {
    briefId: own.id,
    cardKey: reflect.key,
    action: 'reflect' as const,
    body: 'My own thought',
  }
  must(await caller.write(brief.finishCard, finished))
  const reflection = must(await caller.read(brief.listReflections, {})).items[0]?.id ?? ''
  if (rest.seesPeople) must(await caller.write(spaces.follow, { what: 'person', id: cast.executive.id }))
  const bystander = await addBystander(foyer, who)
  const seen = bundles[rest.sees[0] ?? ''] ?? nothing(foyer.clock.now)
  const visible = {
    ...seen,
    person: cast[who].id,
    brief: own.id,
    card: reflect.key,
    reflection,
    session: session.id,
  }
  const knows = rest.seesPeople ? [bundles.gate, bundles.vault, bundles.harbour, bundles.lapsed] : []
  return {
    name: who,
    caller,
    visible: { ...visible, address: 'nobody-either@foyer.test' },
    knows: new Set(knows.map((bundle) => bundle?.space ?? '')),
    owns: [cast[who].id, own.id, bystander],
    ...rest,
  }
}

/** Somebody whom nothing here is about, for an administrator to change and for a stranger to guess the address of. */
async function addBystander(foyer: TestFoyer, beside: string): Promise<PersonId> {
  const id = newId<PersonId>(foyer.clock.now)
  await sql`insert into people.person (id, name, created_at) values (${id}, 'Bo Stander', ${foyer.clock.now})`.execute(
    foyer.db,
  )
  await sql`insert into people.address values (${bystanderOf(beside)}, ${id}, true, null, ${foyer.clock.now})`.execute(
    foyer.db,
  )
  return id
}

export function bystanderOf(outsider: string): string {
  return `beside-${outsider.replaceAll(' ', '-').toLowerCase()}@foyer.test`
}

async function insiders(house: House): Promise<Outsider[]> {
  const found: Outsider[] = []
  for (const who of ['outsider', 'member', 'steward', 'administrator', 'plantManager'] as const) {
    const standing = { house, who, sees: ['commons'], seesPeople: true, knownMarks: INSIDERS_KNOW }
    found.push(await standingOf(standing))
  }
  return found
}

async function guest(house: House): Promise<Outsider> {
  return standingOf({ house, who: 'guest', sees: ['gate'], seesPeople: false, knownMarks: GUESTS_KNOW })
}

/** Nobody in particular, and the delegate, who sees everything, with sessions that are none any more. */
async function thoseOutside(house: House): Promise<Outsider[]> {
  const { foyer } = house
  const callers: Record<string, Caller> = {
    'nobody in particular': foyer.anyone,
    'a forged cookie': foyer.callerWith('foyer_session=made.up'),
  }
  const expired = await foyer.signIn('delegate')
  await sql`update auth.session set "expiresAt" = ${foyer.clock.now.subtract({ hours: 1 })}
    where "userId" = ${cast.delegate.id}`.execute(foyer.db)
  callers['an expired session'] = expired
  const ended = await foyer.signIn('delegate')
  must(await ended.write(auth.signOut, {}))
  callers['an ended session'] = ended
  const left = await foyer.as('supervisor')
  must(await left.read(spaces.getFeed, {}))
  const administrator = await foyer.as('administrator')
  must(await administrator.write(people.deactivatePerson, { id: cast.supervisor.id }))
  callers['somebody who left'] = left
  const outside: Outsider[] = []
  for (const [name, caller] of Object.entries(callers)) {
    const visible = nothing(foyer.clock.now)
    const owns = [await addBystander(foyer, name)]
    const standing = { sees: [], knows: new Set<string>(), seesPeople: false, knownMarks: [], owns }
    outside.push({ name, caller, visible, ...standing })
  }
  return outside
}

/** The identities of a bundle whose sight or touch is a finding. */
export function secretsOf(bundle: Bundle): string[] {
  const things: Thing[] = [
    ...(['space', 'post', 'reply', 'said', 'brief', 'card', 'reflection', 'session', 'file'] as const),
    ...(['scheduled', 'draft', 'hours'] as const),
  ]
  return things.map((thing) => bundle[thing])
}
