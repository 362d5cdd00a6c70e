// Looks through what was written and changed, shortly after: nobody who writes waits for it. It finds by itself what is
// there since the last time, so that a write has to tell it nothing.
import { sql } from 'kysely'
import type { PersonId, PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { Job } from '#platform/jobs'
import { addAct, openCase } from './store.ts'
import { watchedIn } from './watch.ts'

/** Writes commit a little after the time that they bear, so the last of what was looked through is looked at again. */
const OVERLAP_SECONDS = 60
const LOOKED_AT_MAX = 2000

export const watchJob: Job = {
  name: 'spaces/watch-words',
  everySeconds: 15,
  run: ({ db, now }) => watchWords(db, now),
}

type Written = {
  saidId: SaidId
  postId: PostId
  replyId: ReplyId | null
  spaceId: SpaceId
  authorId: PersonId
  title: string | null
  body: string
}

/** Opens a case of whatever holds a watched phrase; it hides nothing. */
async function watchWords(db: Db, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const since = await takeTurn(tx, now)
    if (since === undefined) return
    const phrases = await sql<{ phrase: string; folded: string }>`
      select phrase, folded from spaces.watched_phrase order by folded`.execute(tx)
    if (phrases.rows.length > 0) await openCases(tx, { since, now, phrases: phrases.rows })
    await sql`update spaces.watch_progress set until = ${now}`.execute(tx)
  })
}

/** @returns since when there is something to look through; undefined where another process is at it */
async function takeTurn(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  await sql`insert into spaces.watch_progress (until) values (${now}) on conflict do nothing`.execute(db)
  const taken = await sql<{ until: Temporal.Instant }>`
    select until from spaces.watch_progress for update skip locked`.execute(db)
  return taken.rows[0]?.until.subtract({ seconds: OVERLAP_SECONDS })
}

type Looking = {
  since: Temporal.Instant
  now: Temporal.Instant
  phrases: readonly { phrase: string; folded: string }[]
}

async function openCases(db: Db, { since, now, phrases }: Looking): Promise<void> {
  const looked = phrases.map((each) => each.folded)
  for (const said of await findWritten(db, since)) {
    const found = watchedIn(`${said.title ?? ''}\n${said.body}`, looked)
    const watched = phrases.find((each) => each.folded === found)?.phrase
    if (watched === undefined) continue
    const words = { ...said, replyId: said.replyId ?? undefined, deletedAt: undefined }
    const held = { ...words, isDeleted: false, isHidden: false, isKeeper: false }
    const caseId = await openCase(db, held, { at: now, state: 'open', watched })
    if (caseId === undefined) continue
    const { authorId: aboutId, saidId, postId, spaceId } = said
    await addAct(db, { act: 'watched', at: now, byId: undefined, aboutId, saidId, postId, spaceId })
  }
}

/**
 * What was written or changed since an instant and was not looked at as it reads now. Identities are made of the time,
 * so the newest lie together; what an archive brings bears the times at which it was said, and is passed over.
 */
async function findWritten(db: Db, since: Temporal.Instant): Promise<Written[]> {
  const from = firstIdAt(since)
  const found = await sql<Written>`
    select w.said_id as "saidId", w.post_id as "postId", w.reply_id as "replyId", w.space_id as "spaceId",
      w.author_id as "authorId", w.title, w.body
    from (
      select p.id from spaces.post p where p.id >= ${from}
      union select r.id from spaces.reply r where r.id >= ${from}
      union select v.said_id from spaces.version v where v.until_at >= ${since} and not v.was_deletion
    ) fresh (id)
    cross join lateral (select said.* from spaces.said said where said.said_id = fresh.id limit 1) w
    where w.deleted_at is null and not exists (
      select from spaces.moderation_case c
      where c.said_id = w.said_id and c.opened_at >= coalesce(w.edited_at, w.created_at))
    order by w.said_id limit ${LOOKED_AT_MAX}`.execute(db)
  return found.rows
}

/** Below every identity that was made at this instant or later. */
function firstIdAt(at: Temporal.Instant): string {
  const hex = at.epochMilliseconds.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}
