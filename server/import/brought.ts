// What an import added besides words, so that it can be undone: the words themselves are known by their origin.
import { sql } from 'kysely'
import type { FileId, PersonId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'

export type Brought =
  | { what: 'person'; subjectId: PersonId }
  | { what: 'address'; subjectId: PersonId; word: string }
  | { what: 'key'; subjectId: PersonId; word: string }
  | { what: 'space'; subjectId: SpaceId }
  | { what: 'member' | 'follow'; subjectId: SpaceId; personId: PersonId }
  | { what: 'reaction'; subjectId: SaidId; personId: PersonId; word: string }
  | { what: 'file'; subjectId: FileId }

export async function insertBrought(db: Db, archiveId: string, rows: readonly Brought[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into import.brought (archive_id, what, subject_id, person_id, word)
    select ${archiveId}, b.what, b."subjectId", b."personId", b.word
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as b (what text, "subjectId" uuid, "personId" uuid, word text)`.execute(db)
}

export type BroughtRow = {
  what: Brought['what']
  subjectId: string
  personId: PersonId | null
  word: string | null
}

type Wanted = {
  archiveId: string
  kinds: readonly Brought['what'][]
  /** Of these subjects alone. */
  subjectIds?: readonly string[]
  /** Subjects after this one; all rows of one subject come together, so that none is missed. */
  after?: string | undefined
  limit?: number
}

/** In the order of their subjects; a limit is exceeded by the last subject's other rows. */
export async function listBrought(db: Db, wanted: Wanted): Promise<BroughtRow[]> {
  const { archiveId, kinds, subjectIds, after = FIRST_ID, limit } = wanted
  const among = subjectIds === undefined ? sql`true` : sql`subject_id = any (${subjectIds}::uuid[])`
  const found = await sql<BroughtRow>`
    select what, subject_id as "subjectId", person_id as "personId", word from import.brought
    where archive_id = ${archiveId} and what = any (${kinds}::text[]) and subject_id > ${after}::uuid and ${among}
    order by subject_id
    ${limit === undefined ? sql`` : sql`fetch first ${sql.lit(limit)} rows with ties`}`.execute(db)
  return found.rows
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Lets go of rows whose undoing is done. */
export async function forgetBrought(db: Db, archiveId: string, rows: readonly BroughtRow[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    delete from import.brought b
    using jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as gone (what text, "subjectId" uuid, "personId" uuid, word text)
    where b.archive_id = ${archiveId} and b.what = gone.what and b.subject_id = gone."subjectId"
      and b.person_id is not distinct from gone."personId" and b.word is not distinct from gone.word`.execute(
    db,
  )
}

/** How many of each an import brought. */
export async function countBrought(db: Db, archiveId: string): Promise<ReadonlyMap<Brought['what'], number>> {
  const counted = await sql<{ what: Brought['what']; count: number }>`
    select what, count(*) as count from import.brought where archive_id = ${archiveId} group by what`.execute(
    db,
  )
  return new Map(counted.rows.map(({ what, count }) => [what, count]))
}

/** Keeps with the import how many people and spaces it brought, over all the times it was resumed. */
export async function noteBrought(db: Db, archiveId: string): Promise<void> {
  const counts = await countBrought(db, archiveId)
  await sql`
    update import.archive set people_new = ${counts.get('person') ?? 0}, spaces_new = ${counts.get('space') ?? 0}
    where id = ${archiveId}`.execute(db)
}
