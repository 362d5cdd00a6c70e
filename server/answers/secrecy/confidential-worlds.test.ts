// The same happens in two networks, but for who asked a question confidentially. Whoever is neither of the two askers is
// shown the same at every endpoint that reads, in every list, brief, search, export, letter and live event.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { COLLEAGUE_ID } from '#contract/colleague'
import { listEndpoints } from '#contract/contract'
import { delegates } from '#contract/delegates'
import type { LiveEvent } from '#contract/live'
import type { PersonId, SaidId, SpaceId } from '#contract/ref'
import { search } from '#contract/search'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type Bundle, inputsOf } from '#testing/canary-inputs'
import type { Seen } from '#testing/canary-walk'
import { nothing } from '#testing/canary-world'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer, type TestFoyer } from '#testing/foyer'

/** Their deputy sees the brief of one of them; whoever leads the other one stands near to them. */
const ASKERS = ['executive', 'member'] as const
const READERS = [
  ...['administrator', 'steward', 'plantManager', 'supervisor', 'delegate', 'outsider', 'guest'],
] as CastName[]
const HEARERS = ['administrator', 'steward', 'supervisor', 'delegate', 'guest'] as const
const TITLE = 'Who pays for the hemlock by the gate?'

type World = { seen: Map<string, string>; told: string[] }

async function worldOf(asker: (typeof ASKERS)[number]): Promise<World> {
  const foyer = await startFoyer()
  for (const who of [...READERS, ...ASKERS]) await foyer.as(who)
  const spaceId = await openSpace(foyer)
  const ears = await listenAll(foyer, spaceId)
  const bundle = await talkOf(foyer, { asker, spaceId })
  await foyer.runJobs()
  // The last that all of them hear.
  must(await (await foyer.as('plantManager')).write(spaces.writePost, { spaceId, body: 'That is all.' }))
  const heard = await Promise.all(ears.map(heardBy))
  foyer.clock.now = foyer.clock.now.add({ hours: 26 })
  await foyer.runJobs()
  const mails = foyer.mails.filter(({ to }) => !ASKERS.some((each) => to.includes(cast[each].address)))
  const told = [...heard.flat(), ...mails].map((each) => withoutChance(JSON.stringify(each)))
  return { seen: await lookAround(foyer, bundle), told }
}

/** Closed and porous, with a guest in it; the executive is prepared for. */
async function openSpace(foyer: TestFoyer): Promise<SpaceId> {
  const keeper = await foyer.as('plantManager')
  const { id } = must(await keeper.write(spaces.createSpace, { name: 'Gate', visibility: 'closed' }))
  await sql`update spaces.space set is_porous = true where id = ${id}`.execute(foyer.db)
  for (const who of ['executive', 'delegate', 'supervisor', 'member', 'steward', 'administrator'] as const)
    must(await keeper.write(spaces.invitePerson, { spaceId: id, personId: cast[who].id }))
  must(await keeper.write(spaces.invitePerson, { spaceId: id, personId: cast.guest.id }))
  const executive = await foyer.as('executive')
  must(await executive.write(delegates.nameDelegate, { personId: cast.delegate.id }))
  return id
}

type Talk = { asker: (typeof ASKERS)[number]; spaceId: SpaceId }

async function talkOf(foyer: TestFoyer, { asker, spaceId }: Talk): Promise<Bundle> {
  const one = await foyer.as(asker)
  const later = () => {
    foyer.clock.now = foyer.clock.now.add({ minutes: 7 })
  }
  const steward = await foyer.as('steward')
  const supervisor = await foyer.as('supervisor')
  later()
  // Each of the two says something under their own name too, so that they are known to all.
  for (const who of ASKERS) {
    const body = `The hemlock stands by the gate. ${mention('supervisor')}`
    must(await (await foyer.as(who)).write(spaces.writePost, { spaceId, body }))
    later()
  }
  const body = `It grows. ${mention('executive')} ${mention('plantManager')}, could you decide?`
  const { postId } = must(await one.write(answers.askConfidentially, { spaceId, title: TITLE, body }))
  await foyer.runJobs()
  later()
  for (const who of ASKERS) {
    const caller = await foyer.as(who)
    must(await caller.read(spaces.getThread, { postId }))
    must(await caller.write(spaces.markSeen, { postId, at: foyer.clock.now.toString() }))
  }
  must(await steward.write(answers.wantToKnow, { postId }))
  must(await steward.write(answers.routeQuestion, { postId, personId: cast.plantManager.id }))
  later()
  const plantManager = await foyer.as('plantManager')
  must(await plantManager.write(answers.declineRouting, { postId, why: 'I have no budget.' }))
  // Why it was passed on is between those two and whoever asked, who reads it with the question.
  const { asked } = must(await one.read(answers.getRouting, { postId }))
  assert.equal(asked[0]?.why, 'I have no budget.')
  later()
  const reply = must(
    await supervisor.write(spaces.writeReply, { postId, body: 'The plant does.', fileIds: [] }),
  )
  must(
    await (await foyer.as('administrator')).write(spaces.react, {
      saidId: reply.id as string as SaidId,
      kind: 'thank',
    }),
  )
  await foyer.runJobs()
  later()
  must(await one.write(answers.followUpConfidentially, { postId, body: 'And for the holly?' }))
  later()
  must(await one.write(answers.acceptAnswer, { postId, replyId: reply.id }))
  const { byId, at } = await acceptanceOf(foyer, postId)
  await foyer.runJob('answers/tell-accepted', { postId, replyId: reply.id, byId, at })
  later()
  const ids = { space: spaceId, post: postId, reply: reply.id, said: postId, person: COLLEAGUE_ID }
  return { ...nothing(foyer.clock.now), ...ids }
}

async function acceptanceOf(foyer: TestFoyer, postId: string) {
  const found = await sql<{ byId: PersonId; at: Temporal.Instant }>`
    select accepted_by as "byId", accepted_at as at from answers.question where post_id = ${postId}`.execute(
    foyer.db,
  )
  const [row] = found.rows
  assert.ok(row)
  return { byId: row.byId, at: row.at.toString() }
}

/** Everything that a reader can ask, with the question in every field and each person they may ask about. */
async function lookAround(foyer: TestFoyer, bundle: Bundle): Promise<Map<string, string>> {
  const pictures = new Map<string, string>()
  const reads = listEndpoints().filter(({ method, bytes }) => method === 'GET' && bytes !== 'events')
  const people = [COLLEAGUE_ID, ...ASKERS.map((each) => cast[each].id)]
  for (const who of READERS) {
    const caller = await foyer.as(who)
    const note = (asked: string, { status, body }: Seen) =>
      pictures.set(`${who} ${withoutChance(asked)}`, withoutChance(JSON.stringify([status, body])))
    for (const endpoint of reads)
      for (const person of people)
        for (const input of inputsOf(endpoint, (thing) => ({ ...bundle, person })[thing])) {
          const asked = `${endpoint.path} ${JSON.stringify(input)}`
          if (pictures.has(`${who} ${withoutChance(asked)}`)) continue
          const seen = await caller.read(endpoint, input)
          note(asked, seen)
        }
    for (const { name } of ASKERS.map((each) => cast[each]))
      for (const query of [`from:"${name}"`, `hemlock from:"${name}"`, `"${name}"`])
        note(`search ${query}`, await caller.read(search.search, { query }))
  }
  return pictures
}

async function listenAll(foyer: TestFoyer, spaceId: SpaceId) {
  return Promise.all(
    HEARERS.map(async (who) => ({ who, ear: await (await foyer.as(who)).listen({ spaceId, home: 'yes' }) })),
  )
}

async function heardBy({ who, ear }: Awaited<ReturnType<typeof listenAll>>[number]) {
  const heard: LiveEvent[] = await ear.until(
    (event) => event.what === 'thread-moved' && event.authorId === cast.plantManager.id,
  )
  await ear.close()
  return heard.map((event) => ({ who, event }))
}

const PEOPLE: ReadonlySet<string> = new Set([COLLEAGUE_ID, ...Object.values(cast).map(({ id }) => id)])
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const RANDOM = /[\w-]{32,}(\.[\w%/+=-]{20,})?/g

/** Without what differs in every network: identities that are nobody's, tokens, and what is made of them. */
function withoutChance(text: string): string {
  return text
    .replace(UUID, (id) => (PEOPLE.has(id) ? `<${[...PEOPLE].indexOf(id)}>` : 'id'))
    .replace(RANDOM, 'random')
}

it('whoever asked confidentially, everybody else reads, hears and is written the same', async () => {
  const [one, other] = [await worldOf('executive'), await worldOf('member')]
  assert.ok(one.seen.size > 1000, `${one.seen.size} readings`)
  assert.deepEqual([...other.seen.keys()], [...one.seen.keys()])
  const differing = [...one.seen].filter(([asked, picture]) => other.seen.get(asked) !== picture)
  assert.deepEqual(
    differing.map(([asked, picture]) => [asked, picture, other.seen.get(asked)]),
    [],
  )
  assert.deepEqual(other.told, one.told)
  // So that it is known that the question was there to be seen.
  assert.ok([...one.seen.values()].filter((picture) => picture.includes('hemlock by the gate')).length > 50)
})

it('no line of the log names an asker or holds anything of the question', async () => {
  const foyer = await startFoyer()
  await talkOf(foyer, { asker: 'member', spaceId: await openSpace(foyer) })
  const log = foyer.logged
  assert.ok(log.length > 20)
  assert.deepEqual(
    log.filter((line) => line.includes(cast.member.id) || line.includes(TITLE)),
    [],
  )
})
