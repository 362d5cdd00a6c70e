// Runs once around all test files: `node --test --test-global-setup=server/testing/once.ts`.
import { announceTestServer, startTestServer, type TestServer } from './test-database.ts'

let server: TestServer | undefined

export async function globalSetup(): Promise<void> {
  server = await startTestServer()
  announceTestServer(server)
}

export async function globalTeardown(): Promise<void> {
  await server?.stop()
}
