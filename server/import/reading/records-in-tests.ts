// What tests ask of records that were read.
import type { ArchivedPerson, ArchivedSpace, ArchivedWords, ArchiveLoss, ArchiveRecord } from '../archive.ts'

export const wordsIn = (records: ArchiveRecord[]) =>
  records.filter((record): record is ArchivedWords => record.what === 'words')
export const spacesIn = (records: ArchiveRecord[]) =>
  records.filter((record): record is ArchivedSpace => record.what === 'space')
export const peopleIn = (records: ArchiveRecord[]) =>
  records.filter((record): record is ArchivedPerson => record.what === 'person')
export const lossesIn = (records: ArchiveRecord[]) =>
  records.filter((record): record is ArchiveLoss => record.what === 'loss')
export const reasonsIn = (records: ArchiveRecord[]) => lossesIn(records).map(({ reason }) => reason)

/** All records of a reading, and the texts of the files that came along, which can only be read while it goes on. */
export async function heldRecords(records: AsyncIterable<ArchiveRecord>) {
  const held: ArchiveRecord[] = []
  const texts: string[] = []
  for await (const record of records) {
    held.push(record)
    for (const file of record.what === 'words' ? (record.files ?? []) : []) {
      texts.push(Buffer.concat(await Array.fromAsync(file.read())).toString())
    }
  }
  return { held, texts }
}
