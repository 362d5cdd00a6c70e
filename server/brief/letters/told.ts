// What reached a reader by a letter already: it is not put into another one.
import { sql } from 'kysely'
import type { BriefId, PersonId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import { threadsToldSince } from '#rooms/notices'

/** For so long a batch of notices has just told of a thread. */
const BATCH_HOURS = 12

type Reading = { personId: PersonId; now: Temporal.Instant }
type Tellable = { key: string; postId?: PostId | null | undefined }

/** The keys of those cards that a letter carried, or of whose thread a batch of notices told in the last hours. */
export async function toldBefore(
  db: Db,
  { personId, now }: Reading,
  cards: readonly Tellable[],
): Promise<Set<string>> {
  const carried = await sql<{ key: string }>`
    select c.card_key as key from brief.carried c
    where c.person_id = ${personId} and c.card_key = any (${cards.map(({ key }) => key)}::text[])
      -- What was put off is wanted once more.
      and not exists (
        select from brief.outcome o
        where o.person_id = c.person_id and o.card_key = c.card_key and o.at >= c.at and o.back_at <= ${now})`.execute(
    db,
  )
  const keys = new Set(carried.rows.map(({ key }) => key))
  const threads = await threadsToldSince(db, personId, now.subtract({ hours: BATCH_HOURS }))
  const isTold = ({ key, postId }: Tellable) => keys.has(key) || (postId != null && threads.has(postId))
  return new Set(cards.filter(isTold).map(({ key }) => key))
}

/** Notes the cards that a letter carries. */
export async function noteCarried(
  db: Db,
  { personId, now }: Reading,
  { briefId, keys }: { briefId: BriefId; keys: readonly string[] },
): Promise<void> {
  await sql`
    insert into brief.carried (person_id, card_key, brief_id, at)
    select ${personId}, card_key, ${briefId}, ${now}::timestamptz from unnest(${keys}::text[]) as carried (card_key)
    on conflict (person_id, card_key) do update set brief_id = excluded.brief_id, at = excluded.at`.execute(
    db,
  )
}
