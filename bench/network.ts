// Fills a database with the network that everything is measured on, in bulk.
import pg from 'pg'
import type { PersonId, PostId } from '#contract/ref'
import { chanceFrom } from './chance.ts'
import { copyRows } from './copy-rows.ts'
import { idOfSaid, instantOf, type NetworkSize, type Plan, planNetwork } from './plan.ts'
import { writeSaid } from './write-said.ts'

export type { NetworkSize } from './plan.ts'

/** The network of the issue that set the marks, one ten times as talkative, and one for a quick look. */
export const fullSize: NetworkSize = { people: 5000, spaces: 200, threads: 20_000, replies: 200_000 }
export const largeSize: NetworkSize = { people: 5000, spaces: 200, threads: 200_000, replies: 2_000_000 }
/** Of many people, for what must not grow with them. */
export const wideSize: NetworkSize = { people: 100_000, spaces: 2000, threads: 100_000, replies: 900_000 }
export const quickSize: NetworkSize = { people: 400, spaces: 20, threads: 1000, replies: 10_000 }

export type Network = {
  people: PersonId[]
  /** Threads of at least twenty replies, each with somebody who may read it. */
  longThreads: { postId: PostId; readerId: PersonId }[]
}

const SEED = 20_260_303
const REPORTS_EACH = 6
const FOLLOWED_EACH = 10
const READINGS_EACH = 40
const SEEN_EACH = 20
const THREAD_MIN = 20
/** More than any list walks through. */
const LONG_THREADS_MAX = 5000
const CAUGHT_UP_DAYS = 2

/**
 * Fills an empty, migrated database.
 * @param until the instant at which the network's year of talk ends
 */
export async function buildNetwork(
  url: string,
  { size, until }: { size: NetworkSize; until: Temporal.Instant },
): Promise<Network> {
  const plan = planNetwork(size, until)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await writePeople(client, plan)
    await writeSpaces(client, plan)
    await writeSaid(url, plan)
    await writeSeen(client, plan)
    await client.query('select spaces.refresh_word_counts()')
    await client.query('select voices.count_days()')
    await client.query('select voices.count_network($1)', [until.toString()])
    // Index-only scans read the visibility map, which only a vacuum writes.
    await client.query('vacuum analyze')
    await client.query('checkpoint').catch(() => {})
  } finally {
    await client.end()
  }
  return {
    people: plan.people.map(({ id }) => id),
    longThreads: plan.posts
      .filter(({ replies }) => replies.length >= THREAD_MIN)
      .slice(-LONG_THREADS_MAX)
      .map((post, index) => ({
        postId: idOfSaid(post) as PostId,
        readerId: personOf(plan, post.space.members[index % post.space.members.length]),
      })),
  }
}

function personOf({ people }: Plan, number: number | undefined): PersonId {
  const person = people[number ?? -1]
  if (person === undefined) throw new RangeError(`There is no person ${number}.`)
  return person.id
}

async function writePeople(client: pg.Client, { people, begunAt }: Plan): Promise<void> {
  const at = instantOf(begunAt)
  await client.query("insert into people.network (name, begun_at) values ('Bench', $1)", [at.toString()])
  await copyRows(
    client,
    'people.person (id, name, title, unit, manager_id, created_at)',
    people.map(({ id, name }, number) => [
      id,
      name,
      'Colleague',
      `Unit ${number % 60}`,
      number === 0 ? null : (people[Math.floor((number - 1) / REPORTS_EACH)]?.id ?? null),
      at,
    ]),
  )
  await copyRows(
    client,
    'people.address (address, person_id, is_preferred, added_at)',
    people.map(({ id }, number) => [`person${number}@bench.example`, id, true, at]),
  )
}

/** The spaces, who is in them, and whom they follow; everybody was caught up two days before the end. */
async function writeSpaces(client: pg.Client, plan: Plan): Promise<void> {
  const at = instantOf(plan.begunAt)
  const caughtUpAt = instantOf(plan.endsAt).subtract({ hours: 24 * CAUGHT_UP_DAYS })
  const chance = chanceFrom(SEED + 1)
  await copyRows(
    client,
    'spaces.space (id, name, purpose, visibility, created_at)',
    plan.spaces.map(({ id, visibility }, number) => [id, `Space ${number}`, 'To measure', visibility, at]),
  )
  const members = plan.spaces.flatMap(({ id, members }) =>
    members.map((number) => [personOf(plan, number), id] as const),
  )
  await copyRows(
    client,
    'spaces.membership (space_id, person_id, joined_at)',
    members.map(([personId, spaceId]) => [spaceId, personId, at]),
  )
  const followed = plan.people.flatMap(({ id }) => {
    const others = new Set<string>()
    while (others.size < FOLLOWED_EACH) others.add(chance.pick(plan.people).id)
    return [...others].map((other) => [id, other] as const)
  })
  await copyRows(client, 'spaces.follow (person_id, what, target_id, at)', [
    ...members.map(([personId, spaceId]) => [personId, 'space', spaceId, at] as const),
    ...followed.map(([personId, other]) => [personId, 'person', other, at] as const),
  ])
  await copyRows(
    client,
    'spaces.seen (person_id, target_id, seen_at)',
    [...members, ...followed].map(([personId, targetId]) => [personId, targetId, caughtUpAt]),
  )
}

/** What people read, and which threads they have opened, all among the newest quarter. */
async function writeSeen(client: pg.Client, plan: Plan): Promise<void> {
  const chance = chanceFrom(SEED + 2)
  const newest = plan.posts.slice(-Math.ceil(plan.posts.length / 4))
  const pickSome = (count: number) => new Set(Array.from({ length: count }, () => chance.pick(newest)))
  await copyRows(
    client,
    'voices.reading (person_id, said_id, author_id, seconds, first_at, last_at)',
    plan.people.flatMap(({ id }) =>
      [...pickSome(READINGS_EACH)].map((post) => {
        const at = instantOf(post.at)
        return [id, idOfSaid(post), personOf(plan, post.author), 15, at, at] as const
      }),
    ),
  )
  await copyRows(
    client,
    'spaces.seen (person_id, target_id, seen_at)',
    plan.people.flatMap(({ id }) =>
      [...pickSome(SEEN_EACH)].map((post) => [id, idOfSaid(post), instantOf(post.at)] as const),
    ),
  )
}
