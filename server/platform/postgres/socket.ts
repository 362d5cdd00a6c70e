// Foyer talks to its database through a Unix socket inside the database's own folder, which only its account
// and root may enter. No port is taken, no password exists that could leak, and no browser can be tricked into
// talking to it.
import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** PostgreSQL names the socket after the port, which means nothing else here. */
export const PORT = 5432
export const SOCKET_NAME = `.s.PGSQL.${PORT}`

/** The kernel takes 107 bytes for the path of a socket on Linux and 103 on macOS. */
const SOCKET_PATH_BYTES_MAX = 103

/** A path to a folder that is short enough to hold a socket, and what removes that path again. */
export interface ShortPath {
  path: string
  remove(): Promise<void>
}

/** The folder itself where its path is short enough, otherwise a link to it in a private temporary folder. */
export async function shortPathTo(folder: string): Promise<ShortPath> {
  if (Buffer.byteLength(join(folder, SOCKET_NAME)) <= SOCKET_PATH_BYTES_MAX) {
    return { path: folder, remove: async () => {} }
  }
  const home = await mkdtemp(join(tmpdir(), 'foyer-'))
  const path = join(home, 'db')
  await symlink(folder, path)
  return { path, remove: () => rm(home, { recursive: true, force: true }) }
}

/** Lends a short path to the folder to `use` and removes it afterwards. */
export async function withShortPath<T>(folder: string, use: (path: string) => Promise<T>): Promise<T> {
  const short = await shortPathTo(folder)
  return use(short.path).finally(short.remove)
}

/** The address of a database for `pg`: the host in the query is the folder of the socket. */
export function databaseUrl({ folder, database }: { folder: string; database: string }): string {
  return `postgres://${database}@localhost/${database}?host=${encodeURIComponent(folder)}&port=${PORT}`
}
