import { basename } from 'node:path'
import type { ArchiveImport, ArchiveOutcome } from './archive-import.ts'
import { importArchive } from './import-archive.ts'
import { Merges } from './merges.ts'
import { readSlack } from './slack/read-slack.ts'

export type SlackImport = Omit<ArchiveImport, 'source' | 'file' | 'records' | 'chartIds' | 'merges'> & {
  path: string
}

/** Brings in the export of a Slack workspace, or says what would come in. */
export async function importSlack({ path, ...wanted }: SlackImport): Promise<ArchiveOutcome> {
  return importArchive({
    ...wanted,
    source: 'slack',
    file: basename(path),
    records: readSlack({ path }),
    chartIds: new Set(),
    merges: new Merges(new Set()),
  })
}
