// Cuts the stream of records into pieces that are written in one go.
import type { ArchivedPerson, ArchivedSpace, ArchivedWords, ArchiveLoss, ArchiveRecord } from './archive.ts'

export type Batch = {
  people: ArchivedPerson[]
  spaces: ArchivedSpace[]
  words: ArchivedWords[]
  losses: ArchiveLoss[]
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
  return { people: [], spaces: [], words: [], losses: [] }
}

/** What makes a record long: its text, or the names of those in it. */
function sizeOf(record: ArchiveRecord): number {
  if (record.what === 'words') {
    return record.body.length + (record.folded?.length ?? 0) + record.mentionKeys.length * KEY_CHARACTERS
  }
  return record.what === 'space' ? record.memberKeys.length * KEY_CHARACTERS : 0
}

const KEY_CHARACTERS = 40
