// A space with a long thread and a short one, for the executive to come back to.
import { sql } from 'kysely'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import type { House } from './house.ts'
import type { Walker } from './walker.ts'

export const REPLIES = 500
export const TITLE = 'Which check do we drop?'

export type Talk = { spaceId: SpaceId; long: PostId; other: PostId; replyIds: ReplyId[]; elsewhere: ReplyId }

/** A long thread and two short ones, all by others, the newest words a minute old. */
export async function holdTalk(house: House): Promise<Talk> {
  const member = await house.as('member')
  const { id: spaceId } = must(
    await member.write(spaces.createSpace, { name: 'Paint & Finish', visibility: 'open' }),
  )
  must(await (await house.as('executive')).write(spaces.joinSpace, { id: spaceId }))
  const say = async (who: CastName, title: string): Promise<PostId> => {
    house.clock.now = house.clock.now.add({ minutes: 5 })
    const words = { spaceId, title, body: `${title} I should like to know what you think.` }
    return must(await (await house.as(who)).write(spaces.writePost, words)).id
  }
  const long = await say('member', TITLE)
  await fillThread(house, { postId: long, spaceId })
  const other = await say('supervisor', 'Label printer')
  house.clock.now = house.clock.now.add({ minutes: 1 })
  const elsewhere = must(
    await member.write(spaces.writeReply, { postId: other, body: 'It prints the old one.' }),
  ).id
  const found = await sql<{ id: ReplyId }>`
    select id from spaces.reply where post_id = ${long} order by created_at, id`.execute(house.db)
  return { spaceId, long, other, replyIds: found.rows.map(({ id }) => id), elsewhere }
}

/** So many replies at once, a second apart; by hand they would take a minute. */
async function fillThread(
  house: House,
  { postId, spaceId }: { postId: PostId; spaceId: SpaceId },
): Promise<void> {
  const at = house.clock.now
  await sql`
    insert into spaces.reply (id, post_id, space_id, author_id, body, created_at, found_by)
    select gen_random_uuid(), ${postId}, ${spaceId}, ${cast.supervisor.id},
      'Reply number ' || n || '. ' || repeat('The second check reads the same gauge as the first. ', n % 7),
      ${at}::timestamptz + n * interval '1 second', ''::tsvector
    from generate_series(1, ${REPLIES}::int) n`.execute(house.db)
  await sql`
    update spaces.thread set reply_count = ${REPLIES}, last_author_id = ${cast.supervisor.id},
      last_at = ${at}::timestamptz + ${REPLIES}::int * interval '1 second'
    where post_id = ${postId}`.execute(house.db)
  house.clock.now = at.add({ seconds: REPLIES })
}

/** Whether words stand in the window, below what sticks to its top and above what sticks to its bottom. */
export async function isInView({ page }: Walker, text: string): Promise<void> {
  await page.waitForFunction((words) => {
    const found = [...document.querySelectorAll('main li, main p')].findLast((each) =>
      each.textContent?.includes(words),
    )
    if (found === undefined) return false
    const { top } = found.getBoundingClientRect()
    const header = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0
    return top >= Math.max(0, header > 100 ? 0 : header) && top < innerHeight - 120
  }, text)
}
