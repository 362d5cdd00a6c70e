// What the file system says of a path, as a sentence for whoever gave it.
import { basename } from 'node:path'
import { type Sentence, sentence } from '#platform/say'
import { UnreadableArchive } from './archive.ts'

/**
 * A refusal with a sentence when the path itself is the trouble; any other error as it is.
 * @param wanted what to give in the place of a folder
 */
export function whyNotReadable(error: unknown, path: string, wanted?: Sentence): unknown {
  const name = basename(path)
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new UnreadableArchive(sentence('There is no file {name}.', { name }))
  if (code === 'EISDIR')
    return new UnreadableArchive(
      sentence('{name} is a folder. {wanted}', { name, wanted: wanted ?? sentence('Give a file.') }),
    )
  if (code === 'EACCES')
    return new UnreadableArchive(sentence('The file {name} may not be read by this user.', { name }))
  return error
}
