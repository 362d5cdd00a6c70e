// What came in from elsewhere, and the people it merged.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { At, Done, PersonId, PersonRef } from './ref.ts'

export const ArchiveSource = z.enum(['people', 'slack', 'mattermost', 'mbox'])
export type ArchiveSource = z.output<typeof ArchiveSource>

const ImportCount = z.object({ reason: z.string(), count: z.number().int() })

export const ImportRun = z.object({
  id: z.uuid(),
  source: ArchiveSource,
  file: z.string(),
  startedAt: At,
  finishedAt: At.nullable(),
  messagesFound: z.number().int(),
  messagesNew: z.number().int(),
  messagesKnown: z.number().int(),
  messagesSkipped: z.number().int(),
  skipped: z.array(ImportCount),
  lossy: z.array(ImportCount),
})
export type ImportRun = z.output<typeof ImportRun>

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
