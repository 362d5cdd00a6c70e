// The files that an archive holds beside the messages, and those of them that something said names.
import type { ArchivedFile, ArchiveLoss } from '../archive.ts'
import { leftAside } from './losses.ts'
import type { ZipEntry } from './zip-archive.ts'

/** @param all the files by what messages call them */
export function heldFiles(all: ReadonlyMap<string, ZipEntry>) {
  const untaken = new Map(all)
  return {
    /** Undefined for a file that is not there. */
    take: (name: string): ZipEntry | undefined => {
      untaken.delete(name)
      return all.get(name)
    },
    /** To be told last: the files that nothing has asked for. */
    *untaken(): Iterable<ArchiveLoss> {
      for (const { name } of untaken.values()) {
        yield leftAside('file that no message names', { file: name, line: 1 })
      }
    },
  }
}

export type Held = Pick<ArchivedFile, 'bytes' | 'read'> | undefined

/** The files of something said, those that are there apart from those that are only named. */
export function filesAmong(named: Iterable<Pick<ArchivedFile, 'key' | 'name'> & { held: Held }>) {
  const files: ArchivedFile[] = []
  const missing: string[] = []
  for (const { key, name, held } of named) {
    if (held === undefined) missing.push(name)
    else files.push({ key, name, bytes: held.bytes, read: held.read })
  }
  return { files, missing, losses: missing.map(() => 'attached file that the archive does not hold') }
}
