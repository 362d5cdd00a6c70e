// What came in from elsewhere, and the people it merged.
import { z } from 'zod'
import { read, upload, write } from './endpoint.ts'
import { At, Done, PersonId, PersonRef } from './ref.ts'

export const ArchiveSource = z.enum(['people', 'slack', 'mattermost', 'mbox'])
export type ArchiveSource = z.output<typeof ArchiveSource>

const ImportCount = z.object({ reason: z.string(), count: z.number().int() })

/** `stopped` is whatever nobody works on and that is not through: stopped on purpose, by trouble or by a restart. */
export const ImportState = z.enum([
  'waiting',
  'running',
  'stopped',
  'done',
  'undoing',
  'half-undone',
  'undone',
])
export type ImportState = z.output<typeof ImportState>

export const ImportRun = z.object({
  id: z.uuid(),
  source: ArchiveSource,
  file: z.string(),
  state: ImportState,
  /** Why it stopped, in a sentence. */
  problem: z.string().nullable(),
  begunBy: PersonRef.nullable(),
  startedAt: At,
  finishedAt: At.nullable(),
  /** How many there will be, where a dry run has counted them. */
  messagesExpected: z.number().int().nullable(),
  messagesFound: z.number().int(),
  messagesNew: z.number().int(),
  messagesKnown: z.number().int(),
  messagesSkipped: z.number().int(),
  messagesUndone: z.number().int(),
  peopleNew: z.number().int(),
  spacesNew: z.number().int(),
  filesNew: z.number().int(),
  reactionsNew: z.number().int(),
  skipped: z.array(ImportCount),
  lossy: z.array(ImportCount),
  /** What an undo left where it was, and why. */
  stayed: z.array(z.object({ what: z.string(), reason: z.string(), count: z.number().int() })),
  may: z.object({ stop: z.boolean(), resume: z.boolean(), undo: z.boolean() }),
})
export type ImportRun = z.output<typeof ImportRun>

/** What a dry run found: counts that add up, and where something does not come in as it is. */
export const ImportReport = z.object({
  /** Messages; of a people file its rows. */
  found: z.number().int(),
  fresh: z.number().int(),
  known: z.number().int(),
  skipped: z.number().int(),
  firstAt: At.nullable(),
  lastAt: At.nullable(),
  people: z.object({ found: z.number().int(), fresh: z.number().int() }),
  spaces: z.object({ named: z.number().int(), conversations: z.number().int() }),
  files: z.object({ found: z.number().int(), fresh: z.number().int() }),
  /** Addresses taken for somebody known by another one. */
  merges: z.number().int(),
  reasons: z.array(
    ImportCount.extend({
      /** Whether whole messages stay out, other things stay out, or something comes in changed. */
      outcome: z.enum(['skipped', 'left-aside', 'changed']),
      places: z.array(z.object({ file: z.string(), line: z.number().int() })),
    }),
  ),
})
export type ImportReport = z.output<typeof ImportReport>

/** An archive on its way in: its bytes come in parts, then it is looked at, then it may be let in. */
export const Upload = z.object({
  id: z.uuid(),
  file: z.string(),
  bytes: z.number().int(),
  receivedBytes: z.number().int(),
  state: z.enum(['uploading', 'looking', 'looked', 'unreadable']),
  /** How many messages the look has gone through so far. */
  messagesLooked: z.number().int(),
  /** Found by looking inside, or chosen. */
  source: ArchiveSource.nullable(),
  listAsSpace: z.boolean(),
  marksLeavers: z.boolean(),
  /** Why it cannot be read, in a sentence. */
  problem: z.string().nullable(),
  report: ImportReport.nullable(),
})
export type Upload = z.output<typeof Upload>

/** What an undo would take out now. */
export const UndoPlan = z.object({
  words: z.number().int(),
  wordsStaying: z.number().int(),
  staying: z.array(ImportCount),
  reactions: z.number().int(),
  files: z.number().int(),
  /** As far as nothing of others is in or about them. */
  spaces: z.number().int(),
  people: z.number().int(),
})
export type UndoPlan = z.output<typeof UndoPlan>

/** At most so many bytes in one part of an upload. */
export const UPLOAD_PART_BYTES_MAX = 16 * 1024 * 1024

const UploadId = z.strictObject({ uploadId: z.uuid() })
const ImportId = z.strictObject({ importId: z.uuid() })

export const MergedAddress = z.object({
  person: PersonRef,
  address: z.string(),
  evidence: z.string(),
  at: At,
})
export type MergedAddress = z.output<typeof MergedAddress>

export const imports = {
  openSample: write('import', 'open-sample', {
    summary: 'Begins with the sample company, in an empty house; a second time does nothing.',
    caller: 'anyone',
    input: z.strictObject({}),
    reply: Done,
  }),
  listImports: read('import', 'list-imports', {
    summary: 'The archives that came in, with counts that add up.',
    caller: 'administrator',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(ImportRun) }),
  }),
  listUploads: read('import', 'list-uploads', {
    summary: 'The archives that one has on their way in.',
    caller: 'administrator',
    input: z.strictObject({}),
    reply: z.object({ items: z.array(Upload) }),
  }),
  beginUpload: write('import', 'begin-upload', {
    summary: 'Begins to send an archive, or goes on with one of the same name and size that was cut off.',
    caller: 'administrator',
    input: z.strictObject({ file: z.string().trim().min(1).max(255), bytes: z.number().int().min(1) }),
    reply: Upload,
  }),
  uploadPart: upload('import', 'upload-part', {
    summary: 'Sends the next bytes of an archive; what arrived of a part that was cut off is kept.',
    caller: 'administrator',
    input: UploadId.extend({ from: z.coerce.number().int().min(0) }),
    reply: Upload,
  }),
  chooseSource: write('import', 'choose-source', {
    summary: 'Looks at an archive again, as what it is said to be.',
    caller: 'administrator',
    input: UploadId.extend({
      source: ArchiveSource,
      listAsSpace: z.boolean().default(false),
      marksLeavers: z.boolean().default(false),
    }),
    reply: Upload,
  }),
  dropUpload: write('import', 'drop-upload', {
    summary: 'Removes an archive that is not to come in.',
    caller: 'administrator',
    input: UploadId,
    reply: Done,
  }),
  beginImport: write('import', 'begin-import', {
    summary: 'Lets an archive in that was looked at. One import runs at a time.',
    caller: 'administrator',
    input: UploadId,
    reply: z.object({ importId: z.uuid() }),
  }),
  stopImport: write('import', 'stop-import', {
    summary: 'Stops an import after the batch at hand. What came in stays; it can be resumed or undone.',
    caller: 'administrator',
    input: ImportId,
    reply: Done,
  }),
  resumeImport: write('import', 'resume-import', {
    summary: 'Goes on with an import that was stopped.',
    caller: 'administrator',
    input: ImportId,
    reply: Done,
  }),
  planUndo: read('import', 'plan-undo', {
    summary: 'What an undo would take out, what would stay, and why.',
    caller: 'administrator',
    input: ImportId,
    reply: UndoPlan,
  }),
  undoImport: write('import', 'undo-import', {
    summary: 'Takes out again what an import brought, as far as nothing of others has come of it.',
    caller: 'administrator',
    input: ImportId,
    reply: Done,
  }),
  listMerges: read('import', 'list-merges', {
    summary: 'Addresses that an import took for one person, each with its evidence.',
    caller: 'administrator',
    input: z.strictObject({
      personId: PersonId.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    reply: z.object({ items: z.array(MergedAddress) }),
  }),
  confirmAddress: write('import', 'confirm-address', {
    summary: 'Takes a merged address for certain; its person can then sign in by it.',
    caller: 'administrator',
    input: z.strictObject({ address: z.string().min(3).max(254) }),
    reply: Done,
  }),
  splitAddress: write('import', 'split-address', {
    summary: 'Makes a person of their own out of a merged address, with what was said under it.',
    caller: 'administrator',
    input: z.strictObject({ address: z.string().min(3).max(254) }),
    reply: z.object({ person: PersonRef, movedCount: z.number().int() }),
  }),
}
