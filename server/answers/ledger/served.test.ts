// What is kept of whom answers served is what counting anew gives, whatever happened and whenever one looks.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { type Counted, readCounted } from './read-rows.ts'

const foyer = await startFoyer()
const { db } = foyer
const PEOPLE = ['executive', 'member', 'supervisor', 'delegate'] as const satisfies CastName[]
const QUESTIONS = 3
const DAY = 24
let spaceIds: SpaceId[] = []

const run = (statement: RawBuilder<unknown>) => statement.execute(db)
const nth = <T>(things: readonly T[], at: number): T => things[at % things.length] as T
const personAt = (at: number) => cast[nth(PEOPLE, at)].id

/** The world of one run, as long as it lasts. */
type World = { posts: PostId[] }

async function begin(): Promise<World> {
  await run(sql`delete from spaces.post`)
  await run(sql`update spaces.space set visibility = 'open' where id = any (${spaceIds}::uuid[])`)
  const world: World = { posts: [] }
  for (let at = 0; at < QUESTIONS; at += 1) {
    await ask(world, at)
    await answer(nth(world.posts, at), at + 1)
  }
  return world
}

/** As written by hand: the acts of the room are tested elsewhere, and refuse much of what may stand in old data. */
async function ask({ posts }: World, by: number, now = foyer.clock.now): Promise<void> {
  const id = newId(now) as PostId
  posts.push(id)
  await run(sql`
    insert into spaces.post (id, space_id, author_id, kind, title, body, created_at)
    values (${id}, ${nth(spaceIds, by)}, ${personAt(by)}, 'question', ${`Question ${posts.length}?`}, '', ${now})`)
  await run(sql`
    insert into spaces.thread (post_id, space_id, author_id, last_at) values (${id}, ${nth(spaceIds, by)}, ${personAt(by)}, ${now})`)
}

async function answer(postId: PostId, by: number): Promise<void> {
  const { now } = foyer.clock
  const id = newId(now)
  await run(sql`
    insert into spaces.reply (id, post_id, space_id, author_id, body, created_at)
    select ${id}, p.id, p.space_id, ${personAt(by)}, 'So.', ${now} from spaces.post p where p.id = ${postId}`)
  await run(sql`
    insert into answers.question (post_id, answer_id, accepted_by, accepted_at)
    select r.post_id, r.id, r.author_id, ${now} from spaces.reply r where r.id = ${id}
    on conflict (post_id) do update set answer_id = excluded.answer_id, accepted_at = excluded.accepted_at`)
}

async function use(postId: PostId, by: number, kind: 'opened' | 'answers-me'): Promise<void> {
  const { now } = foyer.clock
  await run(sql`
    insert into answers.reuse as kept (id, post_id, answer_id, person_id, kind, at)
    select ${newId(now)}, q.post_id, q.answer_id, ${personAt(by)}, ${kind}, ${now}
    from answers.question q where q.post_id = ${postId} and q.answer_id is not null
    on conflict (person_id, post_id, ((at at time zone 'UTC')::date)) do update set kind = excluded.kind`)
}

async function lead(postId: PostId, into: PostId): Promise<void> {
  if (postId === into) return
  await run(sql`
    insert into answers.question (post_id) select id from spaces.post where id = ${postId} on conflict do nothing`)
  await run(sql`
    insert into answers.merging (post_id, into_id, by_id, at)
    select ${postId}, p.id, ${cast.member.id}, ${foyer.clock.now} from spaces.post p
    where p.id = ${into} and exists (select from answers.question q where q.post_id = ${postId})
      and not exists (select from answers.merged_under(${postId}) u where u.post_id = ${into})
    on conflict do nothing`)
}

type Deed = (world: World, one: number, other: number) => Promise<unknown>

const pass = async (time: { hours: number; minutes: number }) => {
  foyer.clock.now = foyer.clock.now.add(time)
}

/** What makes the figures happens more often than what takes from them. */
const deeds: Record<string, Deed> = {
  ask: (world, one) => ask(world, one),
  answer: ({ posts }, one, other) => answer(nth(posts, one), other),
  wait: ({ posts }, one, other) =>
    run(sql`insert into answers.waiting (post_id, person_id, at)
      select id, ${personAt(other)}, ${foyer.clock.now} from spaces.post where id = ${nth(posts, one)} on conflict do nothing`),
  'be answered': ({ posts }, one, other) => use(nth(posts, one), other, 'answers-me'),
  open: ({ posts }, one, other) => use(nth(posts, one), other, 'opened'),
  'open too': ({ posts }, one, other) => use(nth(posts, one), other, 'opened'),
  merge: ({ posts }, one, other) => lead(nth(posts, one), nth(posts, other)),
  'let days pass': (_world, one, other) => pass({ hours: DAY * (one % 4), minutes: other }),
  'let a week pass': (_world, one) => pass({ hours: DAY * 7 - 1, minutes: 7 * one }),
  'keep what time changed': async () => foyer.runJob('answers/keep-served', {}),
}

const rareDeeds: Record<string, Deed> = {
  'bring in what was asked before': (world, one, other) =>
    ask(world, one, foyer.clock.now.subtract({ hours: DAY * other, minutes: 1 })),
  'wait no more': ({ posts }, one) =>
    run(sql`delete from answers.waiting where post_id = ${nth(posts, one)}`),
  unmerge: ({ posts }, one) => run(sql`delete from answers.merging where post_id = ${nth(posts, one)}`),
  'delete a question': ({ posts }, one) =>
    run(sql`update spaces.post set deleted_at = ${foyer.clock.now} where id = ${nth(posts, one)}`),
  'bring questions back': () => run(sql`update spaces.post set deleted_at = null`),
  'delete it for good': ({ posts }, one) => run(sql`delete from spaces.post where id = ${nth(posts, one)}`),
  'delete an answer': ({ posts }, one) =>
    run(sql`update spaces.reply set deleted_at = ${foyer.clock.now} where post_id = ${nth(posts, one)}`),
  'bring answers back': () => run(sql`update spaces.reply set deleted_at = null`),
  'give a question away': ({ posts }, one, other) =>
    run(sql`update spaces.post set author_id = ${personAt(other)} where id = ${nth(posts, one)}`),
  'give answers away': ({ posts }, one, other) =>
    run(sql`update spaces.reply set author_id = ${personAt(other)} where post_id = ${nth(posts, one)}`),
  move: ({ posts }, one, other) =>
    run(sql`update spaces.post set space_id = ${nth(spaceIds, other)} where id = ${nth(posts, one)}`),
  'close a space': (_world, one) =>
    run(sql`update spaces.space set visibility = 'private' where id = ${nth(spaceIds, one)}`),
  'open the spaces': () =>
    run(sql`update spaces.space set visibility = 'open' where id = any (${spaceIds}::uuid[])`),
  'let a year pass': (_world, one) => pass({ hours: DAY * (350 + one), minutes: 0 }),
}

const numbers = { one: fc.nat(9), other: fc.nat(9) }
const aDeed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ deed: fc.constantFrom(...Object.keys(deeds)), ...numbers }) },
  { weight: 1, arbitrary: fc.record({ deed: fc.constantFrom(...Object.keys(rareDeeds)), ...numbers }) },
)

before(async () => {
  const member = await foyer.as('member')
  for (const name of ['Plant', 'Press'])
    spaceIds = [...spaceIds, must(await member.write(spaces.createSpace, { name, visibility: 'open' })).id]
})

it('what is kept is what counting anew gives, after whatever happened and at every hour', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(aDeed, { minLength: 10, maxLength: 40 }), async (done) => {
      const world = await begin()
      for (const { deed, one, other } of done) {
        foyer.clock.now = foyer.clock.now.add({ minutes: 7 })
        await { ...deeds, ...rareDeeds }[deed]?.(world, one, other)
        for (const who of [undefined, ...PEOPLE]) assert.deepEqual(...(await both(who)))
      }
    }),
    { numRuns: Number(process.env.SERVED_RUNS ?? 12) },
  )
})

it('a question that is brought in later, or taken back, changes what an answer counts for whoever opened it then', async () => {
  const world = await begin()
  await use(nth(world.posts, 0), 3, 'opened')
  await pass({ hours: DAY * 10, minutes: 0 })
  const unconfirmed = async () => {
    const [told, anew] = await both(undefined)
    assert.deepEqual(told, anew)
    return (told as Shape).totals.unconfirmed.count
  }
  await foyer.runJob('answers/keep-served', {})
  assert.equal(await unconfirmed(), 1)
  await ask(world, 3, foyer.clock.now.subtract({ hours: DAY * 8 }))
  assert.equal(await unconfirmed(), 0)
  await run(sql`update spaces.post set deleted_at = ${foyer.clock.now} where id = ${world.posts.at(-1)}`)
  assert.equal(await unconfirmed(), 1)
})

/** One ledger as it is told and as it is counted anew; the network's without a name. */
async function both(who: CastName | undefined): Promise<[unknown, unknown]> {
  const viewer = { personId: cast[who ?? 'member'].id, timeZone: 'UTC' }
  const ctx = { db, now: foyer.clock.now, viewer } as unknown as Ctx
  const since = foyer.clock.now.subtract({ hours: DAY * 365 })
  const told = await readCounted(ctx, { of: who === undefined ? 'network' : 'own', since })
  return [shapeOf(told), await countedAnew(who, since)]
}

type Shape = { rows: Record<string, unknown>[]; totals: Counted['totals'] }

function shapeOf({ rows, totals }: Counted): Shape {
  return { rows: rows.map(({ line: _line, day: _day, ...counts }) => counts), totals }
}

/** The words of the ledger as plainly as SQL can say them, over all that there is. */
async function countedAnew(who: CastName | undefined, since: Temporal.Instant): Promise<Shape> {
  const personId = who === undefined ? null : cast[who].id
  const silentSince = foyer.clock.now.subtract({ hours: DAY * 7 })
  const found = await sql<{ rows: Shape['rows'] | null; totals: Counted['totals'] }>`
    with written as (
      select answers.stands_under(s.post_id) as post_id, 1 as answers,
        case when q.merged_into is null then (asked.author_id is distinct from s.answered_by)::int
          + (select count(*) from answers.waits_for(s.post_id) w where w.person_id <> s.answered_by)
        else 0 end as askers, 0 as confirmed, 0 as unconfirmed
      from answers.shelved s
      join spaces.question_post asked on asked.post_id = s.post_id
      left join answers.question q on q.post_id = s.post_id
      where s.answer_id is not null and s.answered_at > ${since}
        and coalesce(s.answered_by = ${personId}::uuid, true)
    ),
    used as (
      select answers.stands_under(u.post_id) as post_id, u.person_id, u.kind
      from answers.reuse u
      join spaces.said words on words.said_id = u.answer_id and words.deleted_at is null
      where u.at > ${since} and words.author_id <> u.person_id
        and coalesce(words.author_id = ${personId}::uuid, true)
        and (u.kind = 'answers-me' or u.at <= ${silentSince} and not exists (
          select from spaces.question_post p
          where p.author_id = u.person_id and p.created_at > u.at and p.created_at <= u.at + interval '7 days'))
    ),
    helped as (
      select distinct on (post_id, person_id) post_id, 0, 0, (kind = 'answers-me')::int, (kind = 'opened')::int
      from used
      where not exists (select from answers.waiting w
          where w.person_id = used.person_id and answers.stands_under(w.post_id) = used.post_id)
        and not exists (select from spaces.question_post p
          left join answers.question m on m.post_id = p.post_id
          where p.author_id = used.person_id and used.post_id in (p.post_id, m.merged_into))
      order by post_id, person_id, kind
    ),
    counted as (
      select c.post_id, sum(answers)::int as answers, sum(askers)::int as askers, sum(confirmed)::int as confirmed,
        sum(unconfirmed)::int as unconfirmed
      from (select * from written union all select * from helped) c
      join spaces.question_post p on p.post_id = c.post_id
      where case when ${personId}::uuid is null
        then exists (select from spaces.open_space v where v.space_id = p.space_id)
        else exists (select from spaces.visible_space(${personId}) v where v.space_id = p.space_id) end
      group by c.post_id
    )
    select
      (select json_agg(r) from (
        select post_id as "postId", answers, askers, confirmed, unconfirmed from counted
        order by confirmed + unconfirmed + askers desc, post_id desc) r) as rows,
      (select json_build_object(${sql.join(
        ['answers', 'askers', 'confirmed', 'unconfirmed'].flatMap((name) => [
          sql.lit(name),
          sql`json_build_object('questionCount', count(*) filter (where ${sql.ref(name)} > 0),
            'count', coalesce(sum(${sql.ref(name)}), 0))`,
        ]),
      )}) from counted) as totals`.execute(db)
  const row = found.rows[0]
  assert.ok(row)
  return { rows: row.rows ?? [], totals: row.totals }
}
