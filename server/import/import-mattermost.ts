import { basename } from 'node:path'
import type { ArchiveImport, ArchiveOutcome } from './archive-import.ts'
import { importArchive } from './import-archive.ts'
import { readMattermost } from './mattermost/read-mattermost.ts'
import { Merges } from './merges.ts'

export type MattermostImport = Omit<ArchiveImport, 'source' | 'file' | 'records' | 'chartIds' | 'merges'> & {
  path: string
}

/** Brings in the bulk export of a Mattermost server, or says what would come in. */
export async function importMattermost({ path, ...wanted }: MattermostImport): Promise<ArchiveOutcome> {
  return importArchive({
    ...wanted,
    source: 'mattermost',
    file: basename(path),
    records: readMattermost({ path }),
    chartIds: new Set(),
    merges: new Merges(new Set()),
  })
}
