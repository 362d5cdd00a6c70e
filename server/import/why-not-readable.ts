// What the file system says of a path, as a sentence for whoever gave it.
import { UnreadableArchive } from './archive.ts'

/** A refusal with a sentence when the path itself is the trouble; any other error as it is. */
export function whyNotReadable(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UnreadableArchive(`There is no file ${path}.`)
  if (code === 'EISDIR') return new UnreadableArchive(`${path} is a folder. Give a file.`)
  if (code === 'EACCES') return new UnreadableArchive(`The file ${path} may not be read by this user.`)
  return error
}
