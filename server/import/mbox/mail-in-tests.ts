// Small archives for the tests of this folder: mails written as text, put in a file, and read back as records.

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ArchivedPerson, ArchivedSpace, ArchivedWords, ArchiveLoss, ArchiveRecord } from '../archive.ts'
import { type IdentityMerge, type MailSource, readMbox } from './read-mbox.ts'

export type ReadArchive = {
  records: ArchiveRecord[]
  people: ArchivedPerson[]
  spaces: ArchivedSpace[]
  words: ArchivedWords[]
  losses: ArchiveLoss[]
  merges: IdentityMerge[]
}

type Headers = Record<string, string>

/** A mail of an mbox with its envelope line; headers left out get harmless values, undefined body is one word. */
export function mail(headers: Headers, body = 'Hello.'): string {
  const all: Headers = {
    From: 'ann@acme.com',
    Date: 'Mon, 5 Feb 2001 10:00:00 +0000',
    Subject: 'Plan',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]))
  return `From x@y.z Mon Feb  5 10:00:00 2001\n${lines.join('\n')}\n\n${body}\n\n`
}

/** Reads one mbox made of the given pieces. */
export function readMails(pieces: readonly string[], source: Partial<MailSource> = {}): Promise<ReadArchive> {
  return readFiles({ 'mail.mbox': pieces.join('') }, source)
}

/** Reads a folder with the given files, by their paths in it. */
export async function readFiles(
  files: Record<string, string | Buffer>,
  source: Partial<MailSource> = {},
): Promise<ReadArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-mail-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      await writeFile(join(folder, name), content)
    }
    return await readAll({ paths: [folder], listAsSpace: false, chart: [], ...source })
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readAll(source: MailSource): Promise<ReadArchive> {
  const merges: IdentityMerge[] = []
  const records: ArchiveRecord[] = []
  for await (const record of readMbox({ ...source, onMerge: (merge) => merges.push(merge) }))
    records.push(record)
  return {
    records,
    people: records.filter((record) => record.what === 'person'),
    spaces: records.filter((record) => record.what === 'space'),
    words: records.filter((record) => record.what === 'words'),
    losses: records.filter((record) => record.what === 'loss'),
    merges,
  }
}

/** The words whose own text is `body`. */
export function saying(archive: ReadArchive, body: string): ArchivedWords {
  const found = archive.words.filter((words) => words.body === body)
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} mails say "${body}"`)
  return found[0]
}

/** The name of each person who can read what a mail says, in order. */
export function readersOf(archive: ReadArchive, words: ArchivedWords): string[] {
  const space = archive.spaces.find((each) => each.key === words.spaceKey)
  const keys = space?.memberKeys ?? []
  return archive.people.flatMap((person) => (keys.includes(person.key) ? [person.name] : [])).sort()
}
