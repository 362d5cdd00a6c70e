// Writes down what is said in a planned network: over two connections, each half of it, without the indexes of words,
// which are built at the end.
import pg from 'pg'
import { copyRows } from './copy-rows.ts'
import { chanceOf, idOfSaid, instantOf, type Plan, type Post, type Said } from './plan.ts'

const LANES = 2
const PURPOSE = { body: 1, title: 2, reactions: 3 }

type Replied = { post: Post; reply: Said }
type Lane = { client: pg.Client; index: number }

export async function writeSaid(url: string, plan: Plan): Promise<void> {
  const clients = Array.from({ length: LANES }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  const lanes = clients.map((client, index) => ({ client, index }))
  const inLanes = (work: (lane: Lane) => Promise<void>) => Promise.all(lanes.map(work))
  try {
    await withoutWordIndexes(clients[0], async () => {
      await inLanes((lane) => writePosts(lane, plan))
      const replies = repliesInTime(plan)
      await inLanes((lane) => writeReplies(lane, plan, replies))
    })
    await clients[0]?.query(`
      insert into spaces.thread (post_id, space_id, author_id, reply_count, last_at, last_author_id)
      select p.id, p.space_id, p.author_id, count(r.id), coalesce(max(r.created_at), p.created_at),
        (array_agg(r.author_id order by r.created_at desc))[1]
      from spaces.post p left join spaces.reply r on r.post_id = p.id
      group by p.id`)
    await inLanes((lane) => writeMentions(lane, plan))
    await inLanes((lane) => writeReactions(lane, plan))
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function withoutWordIndexes(client: pg.Client | undefined, work: () => Promise<void>): Promise<void> {
  const found = await client?.query<{ name: string; text: string }>(
    `select format('%I.%I', schemaname, indexname) as name, indexdef as text from pg_indexes
     where schemaname = 'spaces' and tablename in ('post', 'reply') and indexdef like '%USING gin%'`,
  )
  for (const { name } of found?.rows ?? []) await client?.query(`drop index ${name}`)
  await work()
  await client?.query("set maintenance_work_mem = '512MB'")
  for (const { text } of found?.rows ?? []) await client?.query(text)
}

/** Each lane takes every second one, so that both write along the whole year. */
function* ofLane<T>({ index }: Lane, all: readonly T[]): Generator<T> {
  for (let place = index; place < all.length; place += LANES) yield all[place] as T
}

function writePosts(lane: Lane, plan: Plan): Promise<void> {
  const rows = function* () {
    for (const post of ofLane(lane, plan.posts)) {
      const title = plan.writer.title(chanceOf(post, PURPOSE.title))
      const kind = post.isQuestion ? 'question' : 'note'
      const at = instantOf(post.at)
      yield [
        idOfSaid(post),
        post.space.id,
        authorOf(plan, post),
        kind,
        title,
        bodyOf(plan, post),
        at,
      ] as const
    }
  }
  return copyRows(lane.client, 'spaces.post (id, space_id, author_id, kind, title, body, created_at)', rows())
}

function repliesInTime({ posts }: Plan): Replied[] {
  return posts
    .flatMap((post) => post.replies.map((reply) => ({ post, reply })))
    .sort((a, b) => a.reply.at - b.reply.at)
}

function writeReplies(lane: Lane, plan: Plan, replies: readonly Replied[]): Promise<void> {
  const rows = function* () {
    for (const { post, reply } of ofLane(lane, replies)) {
      const at = instantOf(reply.at)
      const [id, postId] = [idOfSaid(reply), idOfSaid(post)]
      yield [id, postId, post.space.id, authorOf(plan, reply), bodyOf(plan, reply), at] as const
    }
  }
  return copyRows(lane.client, 'spaces.reply (id, post_id, space_id, author_id, body, created_at)', rows())
}

function writeMentions(lane: Lane, plan: Plan): Promise<void> {
  const rows = function* () {
    for (const post of ofLane(lane, plan.posts)) {
      for (const said of [post, ...post.replies]) {
        if (said.mentioned === undefined) continue
        const mentioned = plan.people[said.mentioned]?.id ?? null
        yield [idOfSaid(said), mentioned, authorOf(plan, said), idOfSaid(post), instantOf(said.at)] as const
      }
    }
  }
  return copyRows(lane.client, 'spaces.mention (said_id, person_id, author_id, post_id, at)', rows())
}

function writeReactions(lane: Lane, plan: Plan): Promise<void> {
  const kinds = ['agree', 'agree', 'agree', 'thank', 'thank', 'curious', 'concerned']
  const rows = function* () {
    for (const post of ofLane(lane, plan.posts)) {
      for (const said of [post, ...post.replies]) {
        const chance = chanceOf(said, PURPOSE.reactions)
        const people = new Set<number>()
        for (let left = Math.floor(chance.wait(1.2)); left > 0; left -= 1)
          people.add(chance.pick(post.space.members))
        const [id, postId, at] = [idOfSaid(said), idOfSaid(post), instantOf(said.at)]
        for (const person of people) {
          yield [id, chance.pick(kinds), plan.people[person]?.id ?? null, postId, at] as const
        }
      }
    }
  }
  return copyRows(lane.client, 'spaces.reaction (said_id, kind, person_id, post_id, at)', rows())
}

function authorOf({ people }: Plan, { author }: Said): string | null {
  return people[author]?.id ?? null
}

function bodyOf({ people, writer }: Plan, said: Said): string {
  const body = writer.body(chanceOf(said, PURPOSE.body))
  const mentioned = people[said.mentioned ?? -1]
  return mentioned === undefined ? body : `@[${mentioned.name}](person:${mentioned.id}) ${body}`
}
