// What an archive is, told by what is in it and not by its name.
import type { ArchiveSource } from '#contract/import'
import { UnreadableArchive } from './archive.ts'
import { isBulkFile } from './mattermost/read-mattermost.ts'
import { recogniseColumns } from './people-csv/columns.ts'
import { textOf } from './people-csv/csv-text.ts'
import { headOf } from './reading/head-of.ts'
import { openZip } from './reading/zip-archive.ts'
import { layoutOf } from './slack/export-layout.ts'

const HEAD_BYTES = 64 * 1024
const MAIL_HEADER =
  /^(?:message-id|return-path|received|delivered-to|mime-version|x-[\w-]+|from|to|date|subject): /i

/**
 * @returns undefined when nothing in it is familiar
 * @throws UnreadableArchive when it cannot be read at all
 */
export async function recogniseSource(path: string): Promise<ArchiveSource | undefined> {
  const head = await headOf(path, HEAD_BYTES)
  const start = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (start.startsWith('PK')) return sourceOfZip(path)
  if (start.startsWith('From ')) return 'mbox'
  if (/^\{[^\n]{0,200}"type"\s*:/.test(start)) return 'mattermost'
  if (MAIL_HEADER.test(start)) return 'mbox'
  return (await hasPeopleColumns(head)) ? 'people' : undefined
}

async function sourceOfZip(path: string): Promise<ArchiveSource | undefined> {
  const zip = await openZip(path)
  try {
    if (zip.entries.some(({ name }) => isBulkFile(name))) return 'mattermost'
    return layoutOf(zip.entries).lists.length > 0 ? 'slack' : undefined
  } finally {
    zip.close()
  }
}

/** Whether the first line names columns of which some are a person's. */
async function hasPeopleColumns(head: Buffer): Promise<boolean> {
  try {
    const { text } = await textOf(head)
    const [first = ''] = text.split(/\r?\n/, 1)
    const headers = first.split(/[,;\t]/).map((header) => header.replace(/^"|"$/g, ''))
    const { recognised } = recogniseColumns(headers)
    return headers.length > 1 && recognised.length > 1
  } catch (error) {
    if (error instanceof UnreadableArchive) return false
    throw error
  }
}
