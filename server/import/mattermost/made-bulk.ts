// Small bulk exports for tests, and what is read out of them.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ArchiveRecord } from '../archive.ts'
import { heldRecords } from '../reading/records-in-tests.ts'
import { readMattermost } from './read-mattermost.ts'

export type Line = Record<string, unknown>

/** The bytes of an export with these lines; a text stands as it is. */
export function madeBulk(lines: readonly (Line | string)[]): Buffer {
  return Buffer.from(
    `${lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')}\n`,
  )
}

/** Writes the bytes to a file of their own, reads it, and takes the file away. */
export async function bulkReadingOf(bytes: Uint8Array, name = 'export.jsonl') {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-mattermost-'))
  try {
    const path = join(folder, name)
    await writeFile(path, bytes)
    return await heldRecords(readMattermost({ path }))
  } finally {
    await rm(folder, { recursive: true })
  }
}

export async function bulkRecordsOf(lines: readonly (Line | string)[]): Promise<ArchiveRecord[]> {
  return (await bulkReadingOf(madeBulk(lines))).held
}

export const version: Line = { type: 'version', version: 1 }
export const team: Line = {
  type: 'team',
  team: { name: 'works', display_name: 'Works', type: 'O', allow_open_invite: true },
}

export function channel(name: string, more: object = {}): Line {
  return { type: 'channel', channel: { team: 'works', name, display_name: name, type: 'O', ...more } }
}

/** Somebody in these channels of the team. */
export function user(username: string, channels: readonly string[] = [], more: object = {}): Line {
  const teams = [{ name: 'works', roles: 'team_user', channels: channels.map((name) => ({ name })) }]
  const address = `${username}@example.org`
  return { type: 'user', user: { username, email: address, roles: 'system_user', teams, ...more } }
}

export const SAID_AT = 1_700_000_000_000

export function post(message: string, more: object = {}): Line {
  const where = { team: 'works', channel: 'yard', user: 'ana' }
  return { type: 'post', post: { ...where, message, create_at: SAID_AT, ...more } }
}

export function direct(members: readonly string[], message: string, more: object = {}): Line {
  const said = { channel_members: members, user: members[0], message, create_at: SAID_AT }
  return { type: 'direct_post', direct_post: { ...said, ...more } }
}

export const yard: readonly Line[] = [
  ...[version, team, channel('yard', { display_name: 'The yard' })],
  ...[user('ana', ['yard'], { first_name: 'Ana', last_name: 'Sol' }), user('bo.lind', ['yard'])],
]
