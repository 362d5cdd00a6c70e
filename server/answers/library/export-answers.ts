// An export of what is answered: of open spaces for the command line, and of what somebody may read for them.
import type { ExportFormat } from '#contract/library'
import type { Db } from '#platform/db'
import { type Export, type ExportFile, filesOf } from './export-files.ts'
import { EXPORTED_MAX, findExported, readExported, type Sight } from './exported.ts'
import type { Filter } from './find-shelved.ts'
import { markdownWriting } from './markdown-files.ts'
import { siteWriting } from './site-files.ts'

type Wanted = Omit<Export, 'isCut'> & { db: Db; sight: Sight; filter?: Filter; format: ExportFormat }

export type Exporting = {
  /** As they are made. */
  files: AsyncIterable<ExportFile>
  /** Of answers. */
  count: number
  /** There are more than are exported at once. */
  isCut: boolean
}

export async function exportAnswers({ db, sight, filter = {}, format, ...rest }: Wanted): Promise<Exporting> {
  const found = await findExported({ db, sight, filter })
  const isCut = found.length > EXPORTED_MAX
  const made = { ...rest, isCut }
  const writing = format === 'site' ? siteWriting(made) : markdownWriting(made)
  const taken = found.slice(0, EXPORTED_MAX)
  return { files: filesOf(readExported({ db, sight }, taken), writing), count: taken.length, isCut }
}
