// PostgreSQL's COPY through `pg`, which has the messages of the protocol but no call for them.
import type pg from 'pg'

type Value = string | number | boolean | Temporal.Instant | null

/** The part of a `pg` connection that speaks COPY. */
type CopyConnection = {
  query: (text: string) => void
  sendCopyFromChunk: (chunk: Buffer) => void
  sendCopyFail: (reason: string) => void
  endCopyFrom: () => void
  stream: NodeJS.WritableStream
}

const CHUNK_CHARACTERS = 64 * 1024

/**
 * Copies rows into a table in COPY's text format.
 * @param target the table with its columns: `bench.reply (id, body)`
 * @throws whatever the server refuses, after which nothing of this COPY is kept
 */
export function copyRows(client: pg.Client, target: string, rows: Iterable<readonly Value[]>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let trouble: Error | undefined
  const submittable = {
    submit: (connection: CopyConnection) => connection.query(`copy ${target} from stdin`),
    handleCopyInResponse: (connection: CopyConnection) => {
      send(connection, rows).catch((error: unknown) => {
        trouble ??= error instanceof Error ? error : new Error(String(error))
        connection.sendCopyFail('The rows ended early.')
      })
    },
    handleError: (error: Error) => {
      trouble ??= error
    },
    handleCommandComplete: () => {},
    handleReadyForQuery: () => (trouble === undefined ? resolve() : reject(trouble)),
  }
  client.query(submittable as unknown as pg.Submittable)
  return promise
}

async function send(connection: CopyConnection, rows: Iterable<readonly Value[]>): Promise<void> {
  let chunk = ''
  for (const row of rows) {
    chunk += `${row.map(asText).join('\t')}\n`
    if (chunk.length < CHUNK_CHARACTERS) continue
    connection.sendCopyFromChunk(Buffer.from(chunk))
    chunk = ''
    await drained(connection.stream)
  }
  connection.sendCopyFromChunk(Buffer.from(chunk))
  connection.endCopyFrom()
}

function drained(stream: NodeJS.WritableStream): Promise<void> | undefined {
  if (!(stream as { writableNeedDrain?: boolean }).writableNeedDrain) return undefined
  return new Promise((resolve) => stream.once('drain', resolve))
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function asText(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return value.replace(/[\\\t\n\r]/g, (mark) => ESCAPES[mark] ?? mark)
  return String(value)
}
