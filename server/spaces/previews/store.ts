// The SQL of previews: which words wait for them, what pages told, and what stands with the words.
import { sql } from 'kysely'
import type { LinkPreview } from '#contract/previews'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { telling } from '#platform/live-happening'
import { wordsChanged } from '../live-happenings.ts'
import { mayHoldLinks } from './links-in.ts'

/** Notes that the links of words are to be looked at; words without any cost nothing. */
export async function wantPreviews(
  db: Db,
  { saidId, body }: { saidId: SaidId; body: string },
): Promise<void> {
  if (!mayHoldLinks(body)) return
  await sql`
    insert into spaces.preview_wanted (said_id) values (${saidId})
    on conflict (said_id) do update set at = clock_timestamp(), taken_until = null`.execute(db)
}

export type Wanting = { saidId: SaidId; at: Temporal.Instant }

/** Takes some of the words that wait, so that for a while no other process does. */
export async function takeWanting(
  db: Db,
  { now, most, seconds }: { now: Temporal.Instant; most: number; seconds: number },
): Promise<Wanting[]> {
  const taken = await sql<Wanting>`
    update spaces.preview_wanted w set taken_until = ${now.add({ seconds })}
    where w.said_id in (
      select each.said_id from spaces.preview_wanted each
      where each.taken_until is null or each.taken_until < ${now}
      order by each.at limit ${most} for update skip locked)
    returning w.said_id as "saidId", w.at`.execute(db)
  return taken.rows
}

/** Lets go of words that were looked at, unless they were noted anew meanwhile. */
export async function letGo(db: Db, { saidId, at }: Wanting): Promise<void> {
  await sql`delete from spaces.preview_wanted where said_id = ${saidId} and at = ${at}`.execute(db)
}

export type WordsWithLinks = {
  saidId: SaidId
  postId: PostId
  spaceId: SpaceId
  isReply: boolean
  body: string
  removed: string[]
}

/** The words as they stand, with the links whose previews were taken off; nothing where they were deleted. */
export async function findWordsWithLinks(db: Db, saidId: SaidId): Promise<WordsWithLinks | undefined> {
  const found = await sql<WordsWithLinks>`
    select w.said_id as "saidId", w.post_id as "postId", w.space_id as "spaceId", w.reply_id is not null as "isReply",
      w.body, array(select r.url from spaces.preview_removed r where r.said_id = w.said_id) as removed
    from spaces.said w where w.said_id = ${saidId} and w.deleted_at is null`.execute(db)
  return found.rows[0]
}

type Told = { url: string; preview: LinkPreview | null }

/** What is still known of pages. */
export async function findTold(db: Db, urls: readonly string[], now: Temporal.Instant): Promise<Told[]> {
  const found = await sql<Told>`
    select url, preview from spaces.page_told where url = any (${urls}) and until > ${now}`.execute(db)
  return found.rows
}

export async function keepTold(db: Db, told: Told & { until: Temporal.Instant }): Promise<void> {
  const preview = told.preview === null ? null : JSON.stringify(told.preview)
  await sql`
    insert into spaces.page_told (url, preview, until) values (${told.url}, ${preview}::jsonb, ${told.until})
    on conflict (url) do update set preview = excluded.preview, until = excluded.until`.execute(db)
}

export async function forgetTold(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`delete from spaces.page_told where until <= ${now}`.execute(db)
}

type Where = Pick<WordsWithLinks, 'saidId' | 'postId' | 'spaceId' | 'isReply'>

/** Puts previews with words, and tells open pages if these are others than before; words that changed are left alone. */
export async function putPreviews(
  db: Db,
  said: Where & { body: string },
  previews: readonly LinkPreview[],
): Promise<void> {
  const given = previews.length === 0 ? null : JSON.stringify(previews)
  await sql`
    update ${said.isReply ? sql`spaces.reply` : sql`spaces.post`} set previews = ${given}::jsonb
    where id = ${said.saidId} and body = ${said.body} and deleted_at is null
      and previews is distinct from ${given}::jsonb
    returning ${telling(wordsChanged(said))}`.execute(db)
}

/** Takes one preview off words for good. */
export async function removePreviewOf(db: Db, said: Where, url: string): Promise<void> {
  await sql`
    insert into spaces.preview_removed (said_id, url) values (${said.saidId}, ${url}) on conflict do nothing`.execute(
    db,
  )
  await sql`
    update ${said.isReply ? sql`spaces.reply` : sql`spaces.post`}
    set previews = (select jsonb_agg(each) from jsonb_array_elements(previews) each where each ->> 'url' <> ${url})
    where id = ${said.saidId} and previews is not null
    returning ${telling(wordsChanged(said))}`.execute(db)
}

export async function restorePreviewOf(db: Db, saidId: SaidId, url: string): Promise<void> {
  await sql`delete from spaces.preview_removed where said_id = ${saidId} and url = ${url}`.execute(db)
}
