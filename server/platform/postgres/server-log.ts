// PostgreSQL writes its log file by itself, so that it loses no line when Foyer is gone.
import { type FileHandle, open, rename, stat } from 'node:fs/promises'

const LOG_BYTES_MAX = 10_000_000
const LAST_WORDS_BYTES_MAX = 65_536

/** The log as one start of the server sees it. */
export interface ServerLog {
  path: string
  file: FileHandle
  /** Where the lines of this start begin. */
  startsAt: number
}

/** Opens the log for appending, after putting a large one aside; one earlier file is kept. */
export async function openServerLog(path: string): Promise<ServerLog> {
  if ((await sizeOf(path)) > LOG_BYTES_MAX) await rename(path, `${path}.1`)
  return { path, startsAt: await sizeOf(path), file: await open(path, 'a', 0o600) }
}

/** The end of what the server has said since this start. */
export async function lastWords({ path, startsAt }: ServerLog): Promise<string> {
  const file = await open(path, 'r').catch(() => undefined)
  // Somebody tidied the log away.
  if (!file) return ''
  try {
    const { size } = await file.stat()
    const from = Math.max(startsAt, size - LAST_WORDS_BYTES_MAX)
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(LAST_WORDS_BYTES_MAX),
      position: from,
    })
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0
}
