// The files that some exports hold beside the messages: `__uploads/<id>/<name>`, or `<channel>/attachments/<id>-<name>`.
import { heldFiles } from '../reading/held-files.ts'
import type { ZipEntry } from '../reading/zip-archive.ts'
import type { ExportLayout } from './export-layout.ts'

const UPLOAD = /(?:^|\/)__uploads\/([A-Za-z0-9_]{1,64})\/[^/]+$|\/attachments\/([A-Za-z0-9_]{1,64})-[^/]*$/

/** Slack's identity of the file that stands under this name; undefined for anything else. */
export function uploadIdOf(name: string): string | undefined {
  const [, uploaded, attached] = UPLOAD.exec(name) ?? []
  return uploaded ?? attached
}

/** The files of an export by identity. */
export function uploadsIn({ others }: ExportLayout) {
  const all = new Map<string, ZipEntry>()
  for (const entry of others) {
    const id = uploadIdOf(entry.name)
    if (id !== undefined) all.set(id, entry)
  }
  return heldFiles(all)
}
