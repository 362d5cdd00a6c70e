// Replies written while a post is told to ten thousand people who asked for every post of its space, beside the same
// replies while nothing is told: what happens after the commit must not be felt by who writes.
import { randomUUID } from 'node:crypto'
import { type Bed, type Figure, inTurn, milliseconds, times } from './bed.ts'
import { arrivals, type Question } from './load.ts'

const FOLLOWERS = 10_000
/** So many times what is told in the time that is measured, so that some of it is under way until the end. */
const TOLD_FACTOR = 3
const REPLIES_PER_SECOND = 20
const QUICK_SECONDS = 3
const FULL_SECONDS = 15
const SLOWER_WANTED = 1.1
const POLL_MS = 50
const FOLLOWERS_OF_ALL = "select id from people.person where title = 'Follower of all'"
const BODY = 'We tried this on the night shift for three weeks and saw no rework at all.'

export async function measureFanOut(bed: Bed): Promise<Figure[]> {
  const { product, readers, network } = bed
  const seconds = bed.effort.rounds === 1 ? QUICK_SECONDS : FULL_SECONDS
  const cookies = new Map(readers.map(({ personId, cookie }) => [personId, cookie]))
  const questions = network.longThreads.flatMap(({ postId, readerId }): Question[] => {
    const cookie = cookies.get(readerId)
    if (cookie === undefined) return []
    const headers = { 'content-type': 'application/json', cookie }
    const body = JSON.stringify({ postId, body: BODY })
    return [{ method: 'POST', path: '/api/spaces/write-reply', headers, body }]
  })
  const write = () =>
    arrivals({
      ...{ address: product.address, questions, perSecond: REPLIES_PER_SECOND, seconds },
      headersOfEach: () => ({ 'idempotency-key': randomUUID() }),
    })
  await bringFollowers(bed)
  const toldMs = await tellOne(bed)
  const found = await inTurn(bed.effort.rounds, {
    yardstick: write,
    product: async () => {
      await beginToTell(bed, Math.ceil((TOLD_FACTOR * 1000 * seconds) / toldMs))
      const timing = await write()
      const [left] = await bed.query<{ count: number }>('select count(*)::int as count from notices.fan_out')
      if (left?.count === 0)
        throw new Error('All was told before the last reply was written; tell more posts.')
      await bed.query('delete from notices.fan_out')
      return timing
    },
  })
  // They wrote nothing; to look for words of ten thousand people would take longer than all that is measured.
  await bed.query(`delete from notices.every_post where person_id in (${FOLLOWERS_OF_ALL})`)
  const slower = found.product.p95 / found.yardstick.p95
  const workload = `${REPLIES_PER_SECOND} replies/s, a post told to ${FOLLOWERS.toLocaleString('en')}`
  return [
    {
      figure: 'write a reply during a fan-out, p95',
      workload,
      yardstick: milliseconds(found.yardstick.p95),
      product: milliseconds(found.product.p95),
      ratio: times(slower),
      wanted: `≤ ${times(SLOWER_WANTED)}`,
      isMet: slower <= SLOWER_WANTED,
    },
    {
      figure: 'a post told to all who asked',
      workload: `${FOLLOWERS.toLocaleString('en')} people, nothing else`,
      yardstick: '',
      product: milliseconds(toldMs),
      ratio: '',
      wanted: '',
      isMet: undefined,
    },
  ]
}

/** Ten thousand people who hear of every post in one open space. */
async function bringFollowers({ query }: Bed): Promise<void> {
  await query(
    `insert into people.person (id, name, title, created_at)
     select gen_random_uuid(), 'Follower ' || n, 'Follower of all', now() from generate_series(1, ${FOLLOWERS}) n`,
  )
  await query(
    `insert into notices.every_post (space_id, person_id, at)
     select (select id from spaces.space where visibility = 'open' order by id limit 1), p.id, now()
     from people.person p where p.title = 'Follower of all'`,
  )
}

/** Lets so many posts of that space be told, as writing them would. */
async function beginToTell({ query }: Bed, posts: number): Promise<void> {
  await query('delete from notices.notice where tells_post is not null')
  await query(
    `insert into notices.fan_out (post_id, at)
     select p.id, now() from spaces.post p
     where p.space_id = (select id from spaces.space where visibility = 'open' order by id limit 1)
     order by p.created_at desc limit ${posts}`,
  )
}

/** How long one post takes until all have heard of it. */
async function tellOne(bed: Bed): Promise<number> {
  await beginToTell(bed, 1)
  const begun = performance.now()
  for (;;) {
    const [left] = await bed.query<{ count: number }>('select count(*)::int as count from notices.fan_out')
    if (left?.count === 0) return performance.now() - begun
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}
