import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listEndpoints } from '#contract/contract'
import { ORIGIN, startFoyer } from '#testing/foyer'
import { apiDocument } from './api-document.ts'

type Operation = {
  operationId: string
  security: object[]
  responses: object
  parameters?: { name: string }[]
}
type Document = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: Record<string, Record<string, unknown>>
}

const document = JSON.parse(
  JSON.stringify(apiDocument({ baseUrl: 'https://foyer.test', version: '1.2.3' })),
) as Document

test('every endpoint of the contract is described, and nothing else', () => {
  const described = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  )
  assert.deepEqual(
    described.toSorted(),
    listEndpoints()
      .map((endpoint) => `${endpoint.method} ${endpoint.path}`)
      .toSorted(),
  )
  assert.equal(document.openapi, '3.1.1')
})

test('whoever may be anyone needs no session, everybody else does; writes take a key', () => {
  for (const endpoint of listEndpoints()) {
    const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()]
    assert.ok(operation)
    assert.deepEqual(operation.security, endpoint.caller === 'anyone' ? [] : [{ session: [] }])
    const takesKey = operation.parameters?.some((parameter) => parameter.name === 'Idempotency-Key') ?? false
    assert.equal(takesKey, endpoint.method === 'POST')
    assert.ok('200' in operation.responses && '400' in operation.responses)
  }
})

test('every reference in the document leads to a part of it', () => {
  const references = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w.-]+)"/g)
  const found = [...references]
  assert.notEqual(found.length, 0)
  for (const [, kind = '', name = ''] of found)
    assert.ok(document.components[kind]?.[name], `${kind}/${name}`)
})

test('anyone may read the document', async () => {
  const foyer = await startFoyer()
  const answer = await foyer.app.request(`${ORIGIN}/api/openapi.json`)
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  const served = (await answer.json()) as Document
  assert.deepEqual(Object.keys(served.paths), Object.keys(document.paths))
})

test('an address of the API that leads nowhere is answered with a problem, whatever the method', async () => {
  const foyer = await startFoyer()
  for (const method of ['GET', 'POST', 'DELETE']) {
    const answer = await foyer.app.request(`${ORIGIN}/api/people/no-such-act`, { method })
    assert.equal(answer.status, 404)
    assert.equal(((await answer.json()) as { code: string }).code, 'no-such-endpoint')
  }
})
