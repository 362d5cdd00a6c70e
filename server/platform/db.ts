// The one way to the database: Kysely over a pool whose statements are prepared once for each connection.
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

// Rooms narrow this with `withTables` to the tables that they own.
// biome-ignore lint/complexity/noBannedTypes: Kysely's word for "no tables known yet".
export type Db = Kysely<{}>

const TIMESTAMPTZ = 1184
const BIGINT = 20
const NUMERIC = 1700
const PREPARED_PER_CONNECTION_MAX = 400
const STATEMENT_TIMEOUT_MS = 30_000

/** How PostgreSQL's values look inside Foyer: instants as Temporal, counts as numbers. */
function parserFor(oid: number, format?: 'text' | 'binary') {
  if (oid === TIMESTAMPTZ) return (text: string) => Temporal.Instant.from(text)
  if (oid === BIGINT || oid === NUMERIC) return Number
  return format === undefined ? pg.types.getTypeParser(oid) : pg.types.getTypeParser(oid, format)
}

export type PoolOptions = { url: string; connections: number; statementTimeoutMs?: number }

/** Opens a pool that understands our types and prepares what it runs. */
export function openPool({ url, connections, statementTimeoutMs }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    statement_timeout: statementTimeoutMs ?? STATEMENT_TIMEOUT_MS,
    types: { getTypeParser: parserFor as typeof pg.types.getTypeParser },
  })
  pool.on('connect', (client) => {
    prepareWhatRepeats(client)
    // A connection that breaks in use fails its next query; without a listener it would end the process.
    client.on('error', () => {})
  })
  // An idle connection that breaks is replaced at the next use, and would end the process in the same way.
  pool.on('error', () => {})
  return pool
}

export function openDb(pool: pg.Pool): Db {
  // biome-ignore lint/complexity/noBannedTypes: see Db.
  return new Kysely<{}>({ dialect: new PostgresDialect({ pool }) })
}

/**
 * Gives every text with parameters a name, so that PostgreSQL parses and plans it once for each connection. The
 * number of names is bounded: texts beyond it, such as those of odd lengths of lists, run unnamed.
 */
function prepareWhatRepeats(client: pg.PoolClient): void {
  const names = new Map<string, string>()
  const run = client.query.bind(client) as (...given: unknown[]) => unknown
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== 'string' || !Array.isArray(values)) return run(text, values, ...rest)
    const wired = values.map(wireValue)
    let name = names.get(text)
    if (name === undefined && names.size < PREPARED_PER_CONNECTION_MAX) {
      name = `foyer_${names.size}`
      names.set(text, name)
    }
    return run(name === undefined ? { text, values: wired } : { name, text, values: wired }, ...rest)
  }
  client.query = named as typeof client.query
}

function wireValue(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString()
  return value
}
