// An import as it stands: what it is, how far it came, and whether anybody works on it.
import { sql } from 'kysely'
import type { ArchiveSource, ImportState } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { Refusal, refusal } from '#platform/refusal'
import { type Sentence, sentence, writtenDown } from '#platform/say'
import { UnreadableArchive } from './archive.ts'
import { isImportUnderWay, NOT_YOUR_TURN } from './import-turn.ts'

export type StandingImport = {
  id: string
  source: ArchiveSource
  file: string
  state: ImportState
  uploadId: string | null
  startedAt: Temporal.Instant
}

const columns = sql`id, source, file, state, upload_id as "uploadId", started_at as "startedAt"`

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

async function findImport(db: Db, id: string): Promise<StandingImport | undefined> {
  if (!UUID.test(id)) return undefined
  const found = await sql<StandingImport>`select ${columns} from import.archive where id = ${id}`.execute(db)
  return found.rows[0]
}

/** @throws UnreadableArchive when there is none */
export async function requireImport(db: Db, id: string): Promise<StandingImport> {
  const found = await findImport(db, id)
  if (found === undefined) throw new UnreadableArchive(sentence('There is no import {id}.', { id }))
  return found
}

const LISTED_MAX = 50

export type ListedImport = StandingImport & { messages: number }

/** The last imports, newest first. */
export async function listStandingImports(db: Db): Promise<ListedImport[]> {
  const found = await sql<ListedImport>`
    select ${columns}, messages_new as messages
    from import.archive order by started_at desc, id desc limit ${LISTED_MAX}`.execute(db)
  return found.rows
}

/**
 * Marks as stopped what says that it is under way and is not. Call it with the turn: nobody else can have it then.
 */
export async function releaseInterrupted(db: Db): Promise<void> {
  await sql`
    update import.archive set state = 'stopped', is_to_stop = false, problem = ${writtenDown(INTERRUPTED)}
    where state = 'running'`.execute(db)
  await sql`update import.archive set state = 'half-undone' where state = 'undoing'`.execute(db)
}

export const INTERRUPTED = sentence(
  'It was interrupted, as by a restart of Foyer. What came in before that stays.',
)
/** What an import says that an error of Foyer's stopped. */
export const AT_FAULT = sentence(
  'Foyer met with an error of its own. What came in before that stays; resume, or look into the log.',
)
/** What an import says whose archive is no longer there. */
export const GONE = sentence(
  'Its archive is no longer here. Send it again: what came in is known, and nothing comes in twice.',
)

/** @throws Refusal not-found */
export async function requireKnownImport(db: Db, id: string): Promise<StandingImport> {
  const found = await findImport(db, id)
  if (found === undefined) throw refusal('not-found', 'no-such-import', 'There is no such import.')
  return found
}

export async function findImportOfUpload(db: Db, uploadId: string): Promise<{ id: string } | undefined> {
  const found = await sql<{ id: string }>`
    select id from import.archive where upload_id = ${uploadId}`.execute(db)
  return found.rows[0]
}

/** Any fixed number. */
const ASKING_LOCK = 70_697_373

/** How long whoever is to do it may take to begin. */
const BEGINS_WITHIN_SECONDS = 30

/** Whether something was asked for so lately that whoever is to do it may not have begun. */
export function isSoonAfter(askedAt: Temporal.Instant | null, now: Temporal.Instant): boolean {
  if (askedAt === null) return false
  return Temporal.Instant.compare(now, askedAt.add({ seconds: BEGINS_WITHIN_SECONDS })) < 0
}

/** One import, or undo of one, runs at a time. Call it in a transaction: two who ask at once take turns here. */
export async function whyNotYourTurn({ db, now }: Ctx): Promise<Refusal | undefined> {
  await sql`select pg_advisory_xact_lock(${ASKING_LOCK})`.execute(db)
  const asked = await sql<{ askedAt: Temporal.Instant | null }>`
    select asked_at as "askedAt" from import.archive where state in ('waiting', 'undoing')`.execute(db)
  const isTaken = (await isImportUnderWay(db)) || asked.rows.some(({ askedAt }) => isSoonAfter(askedAt, now))
  return isTaken ? new Refusal('conflict', 'import-under-way', { sentence: NOT_YOUR_TURN }) : undefined
}

/** A sentence, or nothing when the import may be undone. */
export function whyNotUndo({ source }: Pick<StandingImport, 'source'>): Sentence | undefined {
  if (source !== 'people') return undefined
  return sentence(
    'A people file changes people where they stand, so it cannot be undone. Bring in the earlier file again.',
  )
}

/** @throws Refusal not-found, or conflict with a sentence */
export async function requireUndoable(db: Db, id: string): Promise<void> {
  const no = whyNotUndo(await requireKnownImport(db, id))
  if (no !== undefined) throw new Refusal('conflict', 'not-undoable', { sentence: no })
}
