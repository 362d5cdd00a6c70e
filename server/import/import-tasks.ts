// What runs beside requests: looking at an upload, letting it in, and taking an import out again.
import type { ArchiveSource } from '#contract/import'
import type { FileStore } from '#outside/files'
import type { Db } from '#platform/db'
import { sentence } from '#platform/say'
import { UnreadableArchive } from './archive.ts'
import type { ArchiveOutcome } from './archive-import.ts'
import { importMattermost } from './import-mattermost.ts'
import { importMbox } from './import-mbox.ts'
import { importPeople } from './import-people.ts'
import { PLACES_MAX, reportOf, reportOfPeople } from './import-report.ts'
import { importSlack } from './import-slack.ts'
import { recogniseSource } from './recognise-source.ts'
import { GONE, requireImport } from './standing-import.ts'
import { stopArchive } from './store.ts'
import { undoArchive } from './undo-archive.ts'
import type { UploadShelf } from './upload-shelf.ts'
import { deleteUpload, endLook, findUpload, noteLooked, type UploadRow } from './uploads.ts'

export type ImportTask =
  | { what: 'look'; uploadId: string; look: number }
  | { what: 'import'; importId: string }
  | { what: 'undo'; importId: string }

export type Workplace = { db: Db; files: FileStore; shelf: UploadShelf; now: () => Temporal.Instant }

/**
 * Does one task. What is the archive's own fault is noted where people look for it.
 * @throws anything that is a fault of Foyer's
 */
export async function doImportTask(place: Workplace, task: ImportTask): Promise<void> {
  if (task.what === 'look') await look(place, task)
  else if (task.what === 'import') await letIn(place, task.importId)
  else await expectRefusals(() => undoArchive({ db: place.db, id: task.importId, onProgress: () => {} }))
}

/** An archive that is refused says so in its own row; there is nobody else to tell. */
async function expectRefusals(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) throw error
  }
}

/** Nobody waits for the look any more: the upload was dropped, or is looked at anew. */
class Forsaken extends Error {
  override name = 'Forsaken'
}

type Look = Extract<ImportTask, { what: 'look' }>

async function look(place: Workplace, { uploadId: id, look }: Look): Promise<void> {
  const upload = await findUpload(place.db, id)
  if (upload === undefined || upload.look !== look) return
  let source: ArchiveSource | undefined
  try {
    source = upload.source ?? (await recogniseSource(place.shelf.pathOf(upload)))
    if (source === undefined) {
      await endLook(place.db, { id, look }, { problem: UNFAMILIAR })
      return
    }
    const report = await read(place, { upload, source, look })
    await endLook(place.db, { id, look }, { source, report })
  } catch (error) {
    if (error instanceof Forsaken) return
    const isExpected = error instanceof UnreadableArchive
    await endLook(place.db, { id, look }, { problem: isExpected ? error.sentence : FAILED_READING, source })
    if (!isExpected) throw error
  }
}

const UNFAMILIAR = sentence(
  'Foyer does not know what this is. It reads Slack and Mattermost exports, mail archives and people files; if it is one of them, say which.',
)
const FAILED_READING = sentence('Foyer met with an error of its own while reading this. Look into the log.')

async function read(
  place: Workplace,
  { upload, source, look }: { upload: UploadRow; source: ArchiveSource; look: number },
) {
  const { db, shelf, now } = place
  const path = shelf.pathOf(upload)
  if (source === 'people') {
    const { marksLeavers } = upload
    return reportOfPeople(await importPeople({ db, path, isApplied: false, marksLeavers, at: now() }))
  }
  let isWanted = true
  let noting = Promise.resolve()
  const outcome = await chatOf(place, {
    ...{ upload, source, isApplied: false },
    onProgress: (messages) => {
      if (!isWanted) throw new Forsaken('forsaken')
      noting = noting.then(async () => {
        isWanted &&= await noteLooked(db, { id: upload.id, look }, messages)
      })
    },
  })
  await noting
  return reportOf(outcome)
}

type Chat = {
  upload: UploadRow
  source: Exclude<ArchiveSource, 'people'>
  isApplied: boolean
  id?: string
  onProgress: (messages: number) => void
}

function chatOf(place: Workplace, { upload, source, ...wanted }: Chat): Promise<ArchiveOutcome> {
  const { db, files, shelf, now } = place
  const archive = { ...wanted, db, files, now, path: shelf.pathOf(upload), examplesWanted: PLACES_MAX }
  if (source === 'slack') return importSlack(archive)
  if (source === 'mattermost') return importMattermost(archive)
  return importMbox({ ...archive, listAsSpace: upload.listAsSpace })
}

async function letIn(place: Workplace, id: string): Promise<void> {
  const { db, shelf } = place
  const { uploadId, source } = await requireImport(db, id)
  const upload = uploadId === null ? undefined : await findUpload(db, uploadId)
  if (upload === undefined) {
    await stopArchive(db, id, GONE)
    return
  }
  await expectRefusals(async () => {
    if (source === 'people') await letPeopleIn(place, { upload, id })
    else {
      const outcome = await chatOf(place, { upload, source, id, isApplied: true, onProgress: () => {} })
      if (outcome.isStopped) return
    }
    await deleteUpload(db, upload.id)
    await shelf.remove(upload.id)
  })
}

async function letPeopleIn(
  { db, shelf, now }: Workplace,
  { upload, id }: { upload: UploadRow; id: string },
): Promise<void> {
  const { marksLeavers } = upload
  try {
    await importPeople({ db, id, path: shelf.pathOf(upload), isApplied: true, marksLeavers, at: now() })
  } catch (error) {
    const problem = error instanceof UnreadableArchive ? error.sentence : FAILED_READING
    await stopArchive(db, id, problem)
    throw error
  }
}
