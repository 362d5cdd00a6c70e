// What the file system says of a path, as a sentence for whoever gave it.
import { basename } from 'node:path'
import { UnreadableArchive } from './archive.ts'

/**
 * A refusal with a sentence when the path itself is the trouble; any other error as it is.
 * @param wanted what to give in the place of a folder
 */
export function whyNotReadable(error: unknown, path: string, wanted = 'Give a file.'): unknown {
  const name = basename(path)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UnreadableArchive(`There is no file ${name}.`)
  if (code === 'EISDIR') return new UnreadableArchive(`${name} is a folder. ${wanted}`)
  if (code === 'EACCES') return new UnreadableArchive(`The file ${name} may not be read by this user.`)
  return error
}
