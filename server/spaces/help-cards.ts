// Help that was thanked, for the reader to recognise: only what really helped.
import { sql } from 'kysely'
import type { CardSource } from '#platform/cards'
import { type SaidRow, saidOf, wordingAt, wordsOf } from './card-queries.ts'
import { isHeard, isVisible } from './visibility.ts'

const THANKED_DAYS = 21
/** How many of the newest thanks are looked at. */
const THANKS_SCANNED = 400
const THANKED_CANDIDATES_MAX = 20
/** What two people thank for is more than politeness; what somebody of another unit thanks for, too. */
const THANKFUL_MIN = 2

type HelpRow = SaidRow & { thanks: number }

/**
 * What at least two people thanked for, or one of another unit than the author's. The thanks of the author's own manager
 * are routine and do not count, nor is the reader's own manager put up to be thanked, nor whom they thanked already.
 */
export const helpCards: CardSource = async ({ db, readerId, at }) => {
  const found = await sql<HelpRow>`
    with recent as (
      select said_id, array_agg(distinct person_id) as people
      from (
        select said_id, person_id from spaces.reaction
        where kind = 'thank' and at <= ${at} and at > ${at.subtract({ hours: 24 * THANKED_DAYS })}
        order by at desc limit ${THANKS_SCANNED}
      ) newest
      group by said_id
      having bool_and(person_id <> ${readerId})
    )
    select w.said_id as "saidId", w.post_id as "postId", w.reply_id as "replyId", w.author_id as "authorId",
      w.created_at as at, ${wordingAt(at)}, cardinality(recent.people) as thanks
    from recent
    ${saidOf(sql`recent.said_id`)}
    join spaces.post p on p.id = w.post_id
    join people.stands_under author on author.id = w.author_id
    cross join lateral (
      select count(*) as people, coalesce(bool_or(k.unit <> author.unit), false) as are_across
      from people.stands_under k
      where k.id = any (recent.people) and k.id <> author.id and k.id is distinct from author.manager_id
    ) thankful
    where (thankful.people >= ${THANKFUL_MIN} or thankful.are_across)
      and w.author_id <> ${readerId} and ${isHeard(sql`w.author_id`, readerId)}
      and w.author_id is distinct from (select own.manager_id from people.stands_under own where own.id = ${readerId})
      and not exists (select from spaces.reaction mine
        where mine.said_id = w.said_id and mine.kind = 'thank' and mine.person_id = ${readerId} and mine.at <= ${at})
      and w.deleted_at is null and w.created_at <= ${at}
      and ${isVisible(sql`w.space_id`, readerId)}
    order by thanks desc, w.said_id desc
    limit ${THANKED_CANDIDATES_MAX}`.execute(db)
  return found.rows.map((row) => ({
    key: `thanked:${row.saidId}`,
    kind: 'recognise',
    ...wordsOf(row),
    actions: ['thank', 'answer', 'save', 'later', 'not-for-me'],
    facts: { thanks: row.thanks },
  }))
}
