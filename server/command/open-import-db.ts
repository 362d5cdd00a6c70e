import { type Db, openDb, openPool } from '#platform/db'

/** Counting the words of a large network, and the vacuum after it, take their time. */
const NO_STATEMENT_TIMEOUT = 0

/** The database as imports need it, on so many connections. */
export function openImportDb(url: string, connections: number): Db {
  return openDb(openPool({ url, connections, statementTimeoutMs: NO_STATEMENT_TIMEOUT }))
}
