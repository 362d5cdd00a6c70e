// Cuts the stream of records into pieces that are written in one go.
import type {
  ArchivedPerson,
  ArchivedSpace,
  ArchivedWords,
  ArchiveEnd,
  ArchiveLoss,
  ArchiveRecord,
} from './archive.ts'

export type Batch = {
  people: ArchivedPerson[]
  spaces: ArchivedSpace[]
  words: ArchivedWords[]
  losses: ArchiveLoss[]
  /** True when the reader said that nothing follows. */
  isLast: boolean
}

/** Large enough that statements and commits cost little, small enough that a long mail or two do not matter. */
const RECORDS_MAX = 1000
const CHARACTERS_MAX = 4_000_000

/** The records in the order they came, in batches of a thousand, or fewer where they are long. */
export async function* batchesOf(records: AsyncIterable<ArchiveRecord>): AsyncGenerator<Batch> {
  let batch = emptyBatch()
  let count = 0
  let characters = 0
  for await (const record of records) {
    if (record.what === 'end') {
      yield { ...batch, isLast: true }
      return
    }
    if (record.what === 'person') batch.people.push(record)
    else if (record.what === 'space') batch.spaces.push(record)
    else if (record.what === 'words') batch.words.push(record)
    else batch.losses.push(record)
    count += 1
    characters += sizeOf(record)
    if (count < RECORDS_MAX && characters < CHARACTERS_MAX) continue
    yield batch
    batch = emptyBatch()
    count = 0
    characters = 0
  }
  if (count > 0) yield batch
}

function emptyBatch(): Batch {
  return { people: [], spaces: [], words: [], losses: [], isLast: false }
}

/** What makes a record long: its text, or the names of those in it. */
function sizeOf(record: Exclude<ArchiveRecord, ArchiveEnd>): number {
  if (record.what === 'words') {
    const { body, folded = '', mentionKeys, files = [] } = record
    const fileBytes = files.reduce((sum, { bytes }) => sum + bytes, 0)
    return body.length + folded.length + mentionKeys.length * KEY_CHARACTERS + fileBytes / BYTES_PER_CHARACTER
  }
  return record.what === 'space' ? record.memberKeys.length * KEY_CHARACTERS : 0
}

const KEY_CHARACTERS = 40
/** Files go from disk to disk, so a batch may hold two hundred megabytes of them. */
const BYTES_PER_CHARACTER = 50
