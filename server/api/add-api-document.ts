import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { buildGate } from '#platform/gate'
import { apiDocument } from './api-document.ts'

/** Serves the API's description to anyone at `/api/openapi.json`. It is made once, when it is first asked for. */
export function addApiDocument(app: ReturnType<typeof buildGate>, baseUrl: string): void {
  let json: string | undefined
  app.get('/api/openapi.json', (context) => {
    json ??= JSON.stringify(apiDocument({ baseUrl, version: readVersion() }))
    return context.body(json, 200, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-cache',
    })
  })
}

function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  return String(version)
}
