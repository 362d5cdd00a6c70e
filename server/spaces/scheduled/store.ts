// The SQL of posts that wait, each read and written by its author alone.
import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { FileId, PersonId, SpaceId } from '#contract/ref'
import type { Scheduled } from '#contract/scheduled'
import type { spaces } from '#contract/spaces'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'
import { spaceRef } from '../json-parts.ts'
import { storableJson } from '../storable-json.ts'
import { isVisible } from '../visibility.ts'

/** All that `write-post` takes beside the space. */
export type WaitingPost = Omit<InputOf<typeof spaces.writePost>, 'spaceId'>

export type Waiting = {
  id: string
  authorId: PersonId
  spaceId: SpaceId
  post: WaitingPost
  on: string
  timeZone: string
  at: Temporal.Instant
}

/** Keeps a post, or what it is changed to, with its files. */
export async function putWaiting(db: Db, waiting: Waiting, now: Temporal.Instant): Promise<void> {
  const { id, authorId, spaceId, post, on, timeZone, at } = waiting
  await sql`
    insert into spaces.scheduled (id, author_id, space_id, post, due_on, time_zone, due_at, at)
    values (${id}, ${authorId}, ${spaceId}, ${storableJson(post)}::jsonb, ${on}, ${timeZone}, ${at}, ${now})
    on conflict (id) do update set post = excluded.post, due_on = excluded.due_on, time_zone = excluded.time_zone,
      due_at = excluded.due_at, why_not = null`.execute(db)
  await loosenFiles(db, { id, except: post.fileIds }, now)
  await holdFiles(db, waiting)
}

/** Keeps files from being collected; they must be the author's own, and go with nothing else. */
async function holdFiles(db: Db, { id, authorId, post }: Waiting): Promise<void> {
  if (post.fileIds.length === 0) return
  const held = await sql`
    insert into spaces.scheduled_file as held (file_id, scheduled_id)
    select f.id, ${id} from spaces.file f
    where f.id = any (${post.fileIds}::uuid[]) and f.uploader_id = ${authorId}
      and not exists (select from spaces.attachment a where a.file_id = f.id)
    on conflict (file_id) do update set scheduled_id = excluded.scheduled_id
      where held.scheduled_id = excluded.scheduled_id
    returning file_id`.execute(db)
  if (held.rows.length === post.fileIds.length) return
  throw refusal('not-found', 'no-such-file', 'A file that you attached is not there any more. Add it again.')
}

/** What waits no more is loose from now on, and collected after a day. */
async function loosenFiles(
  db: Db,
  { id, except }: { id: string; except: readonly FileId[] },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    with gone as (
      delete from spaces.scheduled_file where scheduled_id = ${id} and file_id <> all (${except}::uuid[])
      returning file_id
    )
    update spaces.file f set loose_since = ${now} from gone where f.id = gone.file_id`.execute(db)
}

/** @returns whether it was there */
export async function removeWaiting(
  db: Db,
  { id, authorId }: Pick<Waiting, 'id' | 'authorId'>,
  now: Temporal.Instant,
): Promise<boolean> {
  const own = await sql`
    select from spaces.scheduled where id = ${id} and author_id = ${authorId} for update`.execute(db)
  if (own.rows.length === 0) return false
  await loosenFiles(db, { id, except: [] }, now)
  await sql`delete from spaces.scheduled where id = ${id}`.execute(db)
  return true
}

export async function countWaiting(db: Db, authorId: PersonId): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from spaces.scheduled where author_id = ${authorId}`.execute(db)
  return found.rows[0]?.count ?? 0
}

const waitingColumns = sql`
  w.id, w.author_id as "authorId", w.space_id as "spaceId", w.post, w.due_on as on, w.time_zone as "timeZone",
  coalesce(w.due_at, w.at) as at`

/** One of a person's own, held until the transaction ends. */
export async function findWaiting(
  db: Db,
  { id, authorId }: Pick<Waiting, 'id' | 'authorId'>,
): Promise<Waiting | undefined> {
  const found = await sql<Waiting>`
    select ${waitingColumns} from spaces.scheduled w where w.id = ${id} and w.author_id = ${authorId} for update`.execute(
    db,
  )
  return found.rows[0]
}

/** What is due, the earliest first. */
export async function listDue(
  db: Db,
  { now, most }: { now: Temporal.Instant; most: number },
): Promise<Waiting[]> {
  const found = await sql<Waiting>`
    select ${waitingColumns} from spaces.scheduled w where w.due_at <= ${now}
    order by w.due_at, w.id limit ${most}`.execute(db)
  return found.rows
}

/** The same once more, held until the transaction ends; nothing where another process has it or its time was changed. */
export async function holdDue(db: Db, { id, at }: Waiting): Promise<Waiting | undefined> {
  const found = await sql<Waiting>`
    select ${waitingColumns} from spaces.scheduled w where w.id = ${id} and w.due_at = ${at}
    for update skip locked`.execute(db)
  return found.rows[0]
}

/** Notes that a post could not be posted; unless it was changed meanwhile, it is a draft from now on. */
export async function noteWhyNot(db: Db, { id, at }: Waiting, whyNot: string): Promise<void> {
  await sql`
    update spaces.scheduled set due_at = null, why_not = ${whyNot} where id = ${id} and due_at = ${at}`.execute(
    db,
  )
}

/** What a person's posts that wait look like to them: all, the next first, or one. */
export async function readScheduled(
  db: Db,
  { authorId, id }: { authorId: PersonId; id?: string | undefined },
): Promise<string> {
  const which: RawBuilder<unknown> = id === undefined ? sql`` : sql`and w.id = ${id}`
  const found = await sql<{ json: string }>`
    select coalesce(json_agg(scheduled order by scheduled.at nulls first, scheduled.id), '[]')::text as json
    from (
      select w.id, (
          select ${spaceRef} from spaces.space s
          where s.id = w.space_id and ${isVisible(sql`s.id`, authorId)}
        ) as space,
        w.post -> 'kind' as kind, w.post -> 'title' as title, w.post -> 'body' as body, w.post -> 'poll' as poll,
        w.post -> 'isAnnouncement' as "isAnnouncement", w.due_on as on, w.time_zone as "timeZone", w.due_at as at,
        w.why_not as "whyNot",
        coalesce((
          select json_agg(row(f.id, f.name, f.content_type, f.bytes, f.width, f.height)::spaces.file_ref
            order by given.position)
          from jsonb_array_elements_text(w.post -> 'fileIds') with ordinality given (id, position)
          join spaces.file f on f.id = given.id::uuid
        ), '[]') as files
      from spaces.scheduled w where w.author_id = ${authorId} ${which}
    ) scheduled`.execute(db)
  return found.rows[0]?.json ?? '[]'
}

/** One of them, just written. */
export async function readOneScheduled(
  db: Db,
  which: { authorId: PersonId; id: string },
): Promise<{ json: string }> {
  const [one] = JSON.parse(await readScheduled(db, which)) as Scheduled[]
  return { json: JSON.stringify(one ?? null) }
}
