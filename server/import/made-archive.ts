// Archives made by hand for tests, as a reader would tell them.
import type { Db } from '#platform/db'
import type {
  ArchivedFile,
  ArchivedPerson,
  ArchivedSpace,
  ArchivedWords,
  ArchiveLoss,
  ArchiveRecord,
} from './archive.ts'
import type { ArchiveImport, ArchiveOutcome } from './archive-import.ts'
import { importArchive } from './import-archive.ts'
import { Merges } from './merges.ts'

const FIRST_AT = Temporal.Instant.from('2020-05-04T09:00:00Z')

export function person(key: string, more: Partial<ArchivedPerson> = {}): ArchivedPerson {
  return {
    ...{ what: 'person', key, name: key, addresses: [], title: undefined, isGuest: false, isBot: false },
    where: { file: 'people', line: 1 },
    ...more,
  }
}

/** A space with a name is open, one without is a private conversation, unless said otherwise. */
export function space(key: string, memberKeys: string[], more: Partial<ArchivedSpace> = {}): ArchivedSpace {
  return {
    ...{ what: 'space', key, name: undefined, purpose: undefined, memberKeys },
    visibility: more.name === undefined ? 'private' : 'open',
    ...{ createdAt: FIRST_AT, where: { file: 'spaces', line: 1 } },
    ...more,
  }
}

/** Something said `minute` minutes after the archive begins, which also is its line. */
export function words(
  key: string,
  minute: number,
  more: Pick<ArchivedWords, 'spaceKey' | 'authorKey'> & Partial<ArchivedWords>,
): ArchivedWords {
  return {
    ...{ what: 'words', key, threadKey: undefined, answersKey: undefined, continuesKey: undefined },
    ...{ title: undefined, body: key, folded: undefined, mentionKeys: [], reactions: [] },
    at: FIRST_AT.add({ minutes: minute }),
    ...{ editedAt: undefined, where: { file: 'mail', line: minute } },
    ...more,
  }
}

/** A file that holds a text. */
export function held(name: string, text: string): ArchivedFile {
  const bytes = Buffer.from(text)
  async function* read(): AsyncIterable<Uint8Array> {
    yield bytes
  }
  return { key: name, name, bytes: bytes.length, read }
}

export function skipped(reason: string): ArchiveLoss {
  return { what: 'loss', outcome: 'skipped', isMessage: true, reason, where: { file: 'mail', line: 1 } }
}

async function* streamed(records: readonly ArchiveRecord[]): AsyncGenerator<ArchiveRecord> {
  yield* records
}

/** Imports records as a mail archive, unless said otherwise. */
export async function bringIn(
  db: Db,
  records: readonly ArchiveRecord[] | AsyncIterable<ArchiveRecord>,
  more: Partial<ArchiveImport> = {},
): Promise<ArchiveOutcome> {
  return importArchive({
    ...{ db, source: 'mbox', file: 'mail.mbox', chartIds: new Set<string>(), merges: new Merges(new Set()) },
    records: Symbol.asyncIterator in records ? records : streamed(records),
    ...{ isApplied: true, examplesWanted: 3, onProgress: () => {} },
    now: () => Temporal.Instant.from('2026-03-02T08:00:00Z'),
    ...more,
  })
}
