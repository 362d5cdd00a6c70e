// Small Slack exports for tests, and what is read out of them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveRecord } from '../archive.ts'
import { type MadeEntry, madeZip } from '../reading/made-zip.ts'
import { readSlack } from './read-slack.ts'

/** Writes the bytes of an export to a file of its own, reads it, and takes the file away. */
export async function recordsOfBytes(bytes: Uint8Array): Promise<ArchiveRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-slack-'))
  try {
    const path = join(folder, 'export.zip')
    await writeFile(path, bytes)
    return await Array.fromAsync(readSlack({ path }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

export function recordsOf(entries: readonly MadeEntry[]): Promise<ArchiveRecord[]> {
  return recordsOfBytes(madeZip(entries))
}

export const file = (name: string, content: unknown): MadeEntry => ({ name, content })
export const users = file('users.json', [
  { id: 'U1', name: 'ana', profile: { real_name: 'Ana Sol', email: 'Ana@Example.org', title: 'Head' } },
  { id: 'U2', name: 'bo', real_name: 'Bo Lind', deleted: true, profile: {} },
  { id: 'U3', name: 'kim', profile: { real_name: '', display_name: 'Kim' }, is_ultra_restricted: true },
])
export const channels = file('channels.json', [
  {
    id: 'C1',
    name: 'lobby',
    created: '1500000000',
    members: ['U1', 'U2'],
    purpose: { value: 'Talk &amp; listen' },
  },
])
export const said = (ts: string, text: string, more: object = {}) => ({
  type: 'message',
  user: 'U1',
  ts,
  text,
  ...more,
})
