// An export of what is answered in open spaces, for the command line.
import type { Db } from '#platform/db'
import { type ExportFile, type Format, filesOf } from './export-files.ts'
import { EXPORTED_MAX, findExported, readExported } from './exported.ts'
import { markdownWriting } from './markdown-files.ts'
import { siteWriting } from './site-files.ts'

type Wanted = { db: Db; format: Format; baseUrl: string; today: string }

/** @returns its files as they are made, and how many answers are left out as there are more than are exported at once */
export async function exportAnswers({
  db,
  format,
  ...made
}: Wanted): Promise<{ files: AsyncIterable<ExportFile>; isCut: boolean }> {
  const asked = { db, sight: 'open' as const }
  const found = await findExported({ ...asked, filter: {} })
  const writing = format === 'site' ? siteWriting(made) : markdownWriting(made)
  return {
    files: filesOf(readExported(asked, found.slice(0, EXPORTED_MAX)), { writing, today: made.today }),
    isCut: found.length > EXPORTED_MAX,
  }
}
