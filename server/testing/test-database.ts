// Databases for tests: one server a run, one migrated template, one clone for each test file.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '#platform/migrate'
import { startEmbeddedPostgres } from '#platform/postgres/embedded-postgres'

const TEMPLATE = 'foyer_template'
/** Where a test run tells its files of the server it started. */
const SERVER_URL = 'FOYER_TEST_SERVER_URL'

export type TestServer = { url: string; stop: () => Promise<void> }

/** Starts a server with a migrated template, or takes the one of `FOYER_TEST_DATABASE_URL` (for other versions). */
export async function startTestServer(): Promise<TestServer> {
  const given = process.env.FOYER_TEST_DATABASE_URL
  if (given !== undefined) {
    await makeTemplate(given)
    return { url: given, stop: async () => {} }
  }
  const folder = await mkdtemp(join(tmpdir(), 'foyer-test-'))
  const server = await startEmbeddedPostgres({ dataFolder: folder, log: () => {}, durable: false })
  await makeTemplate(server.url)
  return {
    url: server.url,
    stop: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Lets the test files of this run use the server. */
export function announceTestServer(server: TestServer): void {
  process.env[SERVER_URL] = server.url
}

async function makeTemplate(url: string): Promise<void> {
  await onServer(url, async (client) => {
    await client.query(`drop database if exists ${TEMPLATE}`)
    await client.query(`create database ${TEMPLATE}`)
  })
  await migrate(withDatabase(url, TEMPLATE))
}

/** A fresh migrated database, and what removes it (and the server, where this file had to start one itself). */
export async function cloneTestDatabase(): Promise<TestServer> {
  return makeTestDatabase(TEMPLATE)
}

/** The same with nothing in it, as a database server gives it. */
export async function emptyTestDatabase(): Promise<TestServer> {
  return makeTestDatabase('template0')
}

async function makeTestDatabase(template: string): Promise<TestServer> {
  const announced = process.env[SERVER_URL]
  const own = announced === undefined ? await startTestServer() : undefined
  const serverUrl = own?.url ?? announced ?? ''
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`))
  return {
    url: withDatabase(serverUrl, name),
    stop: async () => {
      await onServer(serverUrl, (client) => drop(client, name))
      await own?.stop()
    },
  }
}

/** Who is no superuser may not end an autovacuum that is at work there; dropping without force sends it away. */
async function drop(client: pg.Client, name: string): Promise<void> {
  try {
    await client.query(`drop database ${name} with (force)`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== MAY_NOT_END) throw error
    await client.query(`drop database ${name}`)
  }
}

const MAY_NOT_END = '42501'

function withDatabase(url: string, name: string): string {
  return url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    // Clones of one template wait for one another instead of failing on each other's connection to it.
    await client.query('select pg_advisory_lock(70697371)')
    await work(client)
  } finally {
    await client.end()
  }
}
