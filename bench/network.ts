// The network that everything is measured on: made up, the same for the same seed, written in bulk.
import pg from 'pg'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import { idOf } from '#platform/ids'
import { type Chance, chanceFrom, zipf } from './chance.ts'
import { copyRows } from './copy-rows.ts'
import { type Writer, writerFrom } from './made-up-words.ts'

export type NetworkSize = { people: number; spaces: number; threads: number; replies: number }

export const fullSize: NetworkSize = { people: 5000, spaces: 200, threads: 20_000, replies: 200_000 }
export const quickSize: NetworkSize = { people: 400, spaces: 20, threads: 1000, replies: 10_000 }

export type Network = {
  people: PersonId[]
  /** Threads of at least twenty replies, each with somebody who may read it. */
  longThreads: { postId: PostId; readerId: PersonId }[]
}

type Person = { id: PersonId; name: string }
type Space = { id: SpaceId; visibility: string; members: number[] }
type Said = { id: string; author: number; body: string; mentioned: number[]; at: Temporal.Instant }
type Post = Said & { space: Space; title: string; kind: string; replies: Said[] }
type Plan = { people: Person[]; spaces: Space[]; posts: Post[] }

const SEED = 20_260_302
const DAYS = 365
const REPORTS_EACH = 6
const SPACES_EACH = 10
const FOLLOWED_EACH = 10
const READINGS_EACH = 40
const THREAD_MIN = 20

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
    await writePeople(client, plan, until)
    await writeSpaces(client, plan, until)
    await writeSaid(client, plan)
    await writeDeeds(client, plan, until)
    await client.query('select spaces.refresh_word_counts()')
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
      .map(({ id, space }, index) => ({
        postId: id as PostId,
        readerId: memberAt(plan, space, index).id,
      })),
  }
}

function planNetwork(size: NetworkSize, until: Temporal.Instant): Plan {
  const chance = chanceFrom(SEED)
  const writer = writerFrom(SEED)
  const begun = until.subtract({ hours: 24 * DAYS })
  const people = Array.from({ length: size.people }, (_, number) => ({
    id: idOf<PersonId>('bench person', String(number), begun),
    name: writer.name(),
  }))
  const spaces = Array.from({ length: size.spaces }, (_, number): Space => {
    const share = number / size.spaces
    const visibility = number % 20 < 12 ? 'open' : number % 20 < 17 ? 'closed' : 'private'
    return { id: idOf<SpaceId>('bench space', `${number} ${share}`, begun), visibility, members: [] }
  })
  fillSpaces(chance, { people, spaces })
  const posts = planPosts({ chance, writer, spaces, size, until })
  return { people, spaces, posts }
}

/** Some spaces are large and many small, as in any network. */
function fillSpaces(chance: Chance, { people, spaces }: Pick<Plan, 'people' | 'spaces'>): void {
  const pickSpace = zipf(chance, { count: spaces.length, exponent: 0.5 })
  for (const [person] of people.entries()) {
    const joined = new Set<number>()
    while (joined.size < Math.min(SPACES_EACH, spaces.length)) joined.add(pickSpace())
    for (const space of joined) spaces[space]?.members.push(person)
  }
}

type Task = { chance: Chance; writer: Writer; spaces: Space[]; size: NetworkSize; until: Temporal.Instant }

function planPosts({ chance, writer, spaces, size, until }: Task): Post[] {
  const pickSpace = zipf(chance, { count: spaces.length, exponent: 0.5 })
  const inhabited = spaces.filter(({ members }) => members.length > 1)
  const say = (space: Space, key: string, at: Temporal.Instant): Said => {
    const author = chance.pick(space.members)
    const mentioned = chance.isLikely(0.2) ? [chance.pick(space.members)] : []
    return { id: idOf(`bench said`, key, at), author, body: writer.body(), mentioned, at }
  }
  const begun = Array.from({ length: size.threads }, () =>
    until.subtract({ seconds: Math.floor(chance.share() * DAYS * 86_400) }),
  ).sort(Temporal.Instant.compare)
  const posts = begun.map((at, number): Post => {
    const space = spaces[pickSpace()] ?? chance.pick(inhabited)
    const kind = chance.isLikely(0.2) ? 'question' : 'note'
    return { ...say(space, `post ${number}`, at), space, title: writer.title(), kind, replies: [] }
  })
  // The power below gives some threads very many replies and most of them a few.
  const busiest = posts
    .map((post) => ({ post, rank: chance.share() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ post }) => post)
  for (let number = 0; number < size.replies; number += 1) {
    const post = busiest[Math.floor(posts.length * chance.share() ** 1.5)] ?? chance.pick(posts)
    const secondsLeft = Math.max(1, Math.floor(post.at.until(until).total('seconds')))
    const wait = Math.min(secondsLeft - 1, Math.ceil(chance.wait(2 * 86_400)))
    post.replies.push(say(post.space, `reply ${number}`, post.at.add({ seconds: wait })))
  }
  return posts
}

async function writePeople(client: pg.Client, { people }: Plan, until: Temporal.Instant): Promise<void> {
  const at = until.subtract({ hours: 24 * DAYS })
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

async function writeSpaces(client: pg.Client, plan: Plan, until: Temporal.Instant): Promise<void> {
  const at = until.subtract({ hours: 24 * DAYS })
  const chance = chanceFrom(SEED + 1)
  await copyRows(
    client,
    'spaces.space (id, name, purpose, visibility, created_at)',
    plan.spaces.map(({ id, visibility }, number) => [id, `Space ${number}`, 'To measure', visibility, at]),
  )
  const members = plan.spaces.flatMap((space) =>
    space.members.map((_, index) => ({ spaceId: space.id, personId: memberAt(plan, space, index).id })),
  )
  await copyRows(
    client,
    'spaces.membership (space_id, person_id, joined_at)',
    members.map(({ spaceId, personId }) => [spaceId, personId, at]),
  )
  const followed = plan.people.flatMap(({ id }) => {
    const others = new Set<string>()
    while (others.size < FOLLOWED_EACH) others.add(chance.pick(plan.people).id)
    return [...others].map((other) => [id, 'person', other, at] as const)
  })
  await copyRows(client, 'spaces.follow (person_id, what, target_id, at)', [
    ...members.map(({ spaceId, personId }) => [personId, 'space', spaceId, at] as const),
    ...followed,
  ])
}

async function writeSaid(client: pg.Client, plan: Plan): Promise<void> {
  await copyRows(
    client,
    'spaces.post (id, space_id, author_id, kind, title, body, created_at)',
    plan.posts.map((post) => [
      post.id,
      post.space.id,
      personAt(plan, post.author).id,
      post.kind,
      post.title,
      bodyOf(plan, post),
      post.at,
    ]),
  )
  await copyRows(client, 'spaces.reply (id, post_id, space_id, author_id, body, created_at)', replyRows(plan))
  await client.query(`
    insert into spaces.thread (post_id, space_id, author_id, reply_count, last_at, last_author_id)
    select p.id, p.space_id, p.author_id, count(r.id), coalesce(max(r.created_at), p.created_at),
      (array_agg(r.author_id order by r.created_at desc))[1]
    from spaces.post p left join spaces.reply r on r.post_id = p.id
    group by p.id`)
}

function* replyRows(plan: Plan) {
  const inTime = plan.posts
    .flatMap((post) => post.replies.map((reply) => ({ post, reply })))
    .toSorted((a, b) => Temporal.Instant.compare(a.reply.at, b.reply.at))
  for (const { post, reply } of inTime) {
    const authorId = personAt(plan, reply.author).id
    yield [reply.id, post.id, post.space.id, authorId, bodyOf(plan, reply), reply.at] as const
  }
}

/** What follows from what was said: mentions, reactions, and what people read. */
async function writeDeeds(client: pg.Client, plan: Plan, until: Temporal.Instant): Promise<void> {
  const chance = chanceFrom(SEED + 2)
  const said = plan.posts.flatMap((post) => [post, ...post.replies].map((each) => ({ ...each, post })))
  await copyRows(
    client,
    'spaces.mention (said_id, person_id, author_id, post_id, at)',
    said.flatMap(({ id, author, mentioned, at, post }) =>
      mentioned.map((person) => [id, personAt(plan, person).id, personAt(plan, author).id, post.id, at]),
    ),
  )
  await copyRows(
    client,
    'spaces.reaction (said_id, kind, person_id, post_id, at)',
    said.flatMap(({ id, at, post }) => {
      const people = new Set<number>()
      for (let left = Math.floor(chance.wait(1.2)); left > 0; left -= 1)
        people.add(chance.pick(post.space.members))
      return [...people].map((person) => {
        const kind = chance.pick(['agree', 'agree', 'agree', 'thank', 'thank', 'curious', 'concerned'])
        return [id, kind, personAt(plan, person).id, post.id, at] as const
      })
    }),
  )
  const newest = said.toSorted((a, b) => Temporal.Instant.compare(b.at, a.at)).slice(0, said.length / 4)
  await copyRows(
    client,
    'voices.reading (person_id, said_id, author_id, seconds, first_at, last_at)',
    plan.people.flatMap(({ id }) => {
      const read = new Set(Array.from({ length: READINGS_EACH }, () => chance.pick(newest)))
      return [...read].map((each) => {
        const at = Temporal.Instant.compare(each.at, until) < 0 ? each.at : until
        return [id, each.id, personAt(plan, each.author).id, 15, at, at] as const
      })
    }),
  )
}

function bodyOf(plan: Plan, { mentioned, body }: Said): string {
  const mentions = mentioned.map((number) => {
    const { id, name } = personAt(plan, number)
    return `@[${name}](person:${id}) `
  })
  return mentions.join('') + body
}

function personAt({ people }: Plan, number: number): Person {
  const person = people[number]
  if (person === undefined) throw new RangeError(`There is no person ${number}.`)
  return person
}

function memberAt(plan: Plan, { members }: Space, index: number): Person {
  return personAt(plan, members[index % members.length] ?? -1)
}
