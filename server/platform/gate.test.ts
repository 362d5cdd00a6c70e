// The gate, with endpoints of its own: what every request is checked for, whatever it is about.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { read, write } from '#contract/endpoint'
import { Problem } from '#contract/problem'
import type { Viewer } from './ctx.ts'
import { openDb, openPool } from './db.ts'
import { buildGate, type Gate, on, onOpen } from './gate.ts'
import { openMetrics } from './metrics.ts'
import { openLimits } from './rate-limits.ts'
import { Refusal } from './refusal.ts'
import { securityHeaders } from './request-safety.ts'

const Words = z.strictObject({ words: z.string().trim().min(1, 'Say something first.').max(5) })
const shut = { message: 'The door is shut.' }
const anyone = { summary: '', caller: 'anyone' as const }
const echo = write('test', 'echo', { ...anyone, input: Words, reply: Words })
const greet = read('test', 'greet', {
  ...anyone,
  input: z.strictObject({ times: z.coerce.number().int().max(9000).default(1) }),
  reply: z.object({ greeting: z.string() }),
})
const nothing = { summary: '', input: z.strictObject({}), reply: z.object({}) }
const stumble = read('test', 'stumble', { ...nothing, caller: 'anyone' })
const decline = read('test', 'decline', { ...nothing, caller: 'anyone' })
const administer = read('test', 'administer', { ...nothing, caller: 'administrator' })
const mingle = read('test', 'mingle', { ...nothing, caller: 'member' })

const MANY_WORDS = { minute: 1000, hour: 1000, day: 1000 }
const logged: string[] = []
const note = (...words: unknown[]) => void logged.push(JSON.stringify(words))
/** No test here gets as far as the database. */
const db = openDb(openPool({ url: 'postgres://nowhere.invalid/none', connections: 2 }))

function openGate(more: Partial<Gate> = {}) {
  const gate: Gate = {
    db,
    log: { debug: note, info: note, warn: note, error: note },
    metrics: openMetrics(),
    limits: openLimits({ person: 1000, address: 1000, words: MANY_WORDS }),
    tell: async () => {},
    onCommit: () => {},
    findViewer: async (headers) => viewerOf(headers.get('x-test-roles')),
    openLook: async ({ viewer }) => viewer,
    now: () => Temporal.Instant.from('2026-03-02T08:00:00Z'),
    isBehindProxy: false,
    checksReplies: true,
    ...more,
  }
  return buildGate(gate, [
    onOpen(echo, async (_, input) => input),
    onOpen(greet, async (_, { times }) => ({ greeting: 'hello '.repeat(times) })),
    onOpen(stumble, async () => {
      throw new Error('the safe is behind the painting')
    }),
    onOpen(decline, async () => {
      throw new Refusal('conflict', 'too-late', { sentence: shut, retryAfterSeconds: 7 })
    }),
    on(administer, async () => ({})),
    on(mingle, async () => ({})),
  ])
}

function viewerOf(roles: string | null): Viewer | undefined {
  if (roles === null) return undefined
  return {
    personId: 'p',
    sessionId: 's',
    roles: new Set(roles.split(' ')),
    timeZone: undefined,
  } as unknown as Viewer
}

const app = openGate()
const HOST = 'http://foyer.test'
const json = { 'content-type': 'application/json', host: 'foyer.test' }
const send = (body: BodyInit, headers: Record<string, string> = {}) =>
  app.request(`${HOST}${echo.path}`, { method: 'POST', body, headers: { ...json, ...headers } })

async function problemOf(response: Response): Promise<Problem> {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/)
  return Problem.parse(await response.json())
}

describe('every answer', () => {
  const paths = [greet.path, stumble.path, decline.path, '/api/no/such', '/api/test/greet?times=x']
  for (const path of paths) {
    it(`carries the security headers and a request id: ${path}`, async () => {
      const { headers } = await app.request(`${HOST}${path}`)
      for (const [name, value] of securityHeaders) assert.equal(headers.get(name), value)
      assert.match(headers.get('x-request-id') ?? '', /^[\w-]{8,64}$/)
    })
  }

  it('forbids scripts, styles and frames of others', () => {
    const policy = new Map(securityHeaders).get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'/)
    assert.match(policy, /frame-ancestors 'none'/)
    assert.doesNotMatch(policy, /unsafe|\*/)
  })

  it("keeps the caller's request id when it is a plain one, and makes its own otherwise", async () => {
    const idOf = async (given: string) =>
      (await app.request(`${HOST}${greet.path}`, { headers: { 'x-request-id': given } })).headers.get(
        'x-request-id',
      )
    assert.equal(await idOf('trace-1234'), 'trace-1234')
    for (const wrong of ['short', 'with space 12', 'x'.repeat(65), '"><script>']) {
      assert.notEqual(await idOf(wrong), wrong)
    }
  })
})

describe('a read', () => {
  it('is answered 304 while nothing changed', async () => {
    const first = await app.request(`${HOST}${greet.path}`)
    const etag = first.headers.get('etag') ?? ''
    assert.notEqual(etag, '')
    const same = await app.request(`${HOST}${greet.path}`, { headers: { 'if-none-match': etag } })
    assert.deepEqual([same.status, await same.text()], [304, ''])
    const other = await app.request(`${HOST}${greet.path}?times=2`, { headers: { 'if-none-match': etag } })
    assert.equal(other.status, 200)
  })

  it('is kept by no shared cache', async () => {
    const { headers } = await app.request(`${HOST}${greet.path}`)
    assert.equal(headers.get('cache-control'), 'private, no-cache')
  })

  it('is compressed where that is worth it and understood', async () => {
    const ask = (path: string, accept: string) =>
      app.request(HOST + path, { headers: { 'accept-encoding': accept } })
    const long = await ask(`${greet.path}?times=1000`, 'gzip')
    assert.equal(long.headers.get('content-encoding'), 'gzip')
    assert.match(gunzipSync(await long.bytes()).toString(), /^\{"greeting":"hello /)
    assert.equal((await ask(greet.path, 'gzip')).headers.get('content-encoding'), null)
    assert.equal((await ask(`${greet.path}?times=1000`, 'br')).headers.get('content-encoding'), null)
  })
})

describe('a write that another site made a browser send', () => {
  const refused: [string, Record<string, string>][] = [
    ['cross-site', { origin: 'https://evil.example' }],
    ['cross-site', { origin: 'null' }],
    ['cross-site', { origin: 'http://foyer.test.evil.example' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['cross-site', { 'sec-fetch-site': 'same-site' }],
    ['not-json', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['not-json', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['not-json', { 'content-type': 'text/plain' }],
    ['not-json', { 'content-type': 'text/plain; application/json' }],
  ]
  for (const [code, headers] of refused) {
    it(`is refused: ${JSON.stringify(headers)}`, async () => {
      const answer = await send('{"words":"hello"}', headers)
      assert.equal((await problemOf(answer)).code, code)
    })
  }

  it('is told from one of our own page', async () => {
    for (const headers of [{}, { origin: HOST }, { origin: HOST, 'sec-fetch-site': 'same-origin' }]) {
      assert.equal((await send('{"words":"hello"}', headers)).status, 200)
    }
  })
})

describe('bad input', () => {
  it('is refused field by field', async () => {
    const problem = await problemOf(await send('{"words":"much too long","more":1}'))
    assert.equal(problem.status, 400)
    assert.deepEqual(
      problem.fields?.map(({ path }) => path),
      ['words', ''],
    )
    assert.equal((await problemOf(await send('{"words":" "}'))).detail, 'Say something first. (words)')
  })

  const notInputs: Record<string, BodyInit> = {
    'half of a JSON': '{"words":',
    nothing: '',
    'bytes that are no UTF-8': new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]),
    'a list': '[]',
    'a bare word': '"words"',
    null: 'null',
    'a text with U+0000': '{"words":"a\\u0000"}',
    'an object that reaches for the prototype': '{"__proto__":{"words":"x"}}',
  }
  for (const [what, body] of Object.entries(notInputs)) {
    it(`is refused with 400: ${what}`, async () => {
      assert.equal((await problemOf(await send(body))).status, 400)
    })
  }

  it('takes a text that only speaks of U+0000', async () => {
    assert.equal((await send('{"words":"\\\\u00"}')).status, 200)
  })

  it('is refused in a query too', async () => {
    for (const query of ['times=x', 'times=1&times=2', 'other=1', 'times=%00', 'times=1e9']) {
      assert.equal((await problemOf(await app.request(`${HOST}${greet.path}?${query}`))).status, 400)
    }
  })

  it('is refused once it is too large, whether or not it says its length', async () => {
    const large = `{"words":"${'x'.repeat(300 * 1024)}"}`
    const problem = await problemOf(await send(large))
    assert.deepEqual([problem.status, problem.detail], [413, 'A request holds at most 256 kB.'])
    const stream = new Blob([large]).stream()
    const request = { method: 'POST', body: stream, headers: json, duplex: 'half' } as RequestInit
    assert.equal((await problemOf(await app.request(`${HOST}${echo.path}`, request))).status, 413)
    const claim = await send('{"words":"x"}', { 'content-length': '999999999' })
    assert.equal((await problemOf(claim)).status, 413)
  })
})

describe('an address that leads nowhere', () => {
  it('is answered with a problem', async () => {
    for (const [method, path] of [
      ['GET', '/api/no/such'],
      ['POST', '/api/no/such'],
      ['DELETE', echo.path],
      ['GET', echo.path],
      ['POST', greet.path],
    ]) {
      const problem = await problemOf(await app.request(`${HOST}${path}`, { method: method ?? '' }))
      assert.deepEqual([problem.status, problem.code], [404, 'no-such-endpoint'], `${method} ${path}`)
    }
  })
})

describe('a refusal', () => {
  it('has its status, code and sentence, and says when another try makes sense', async () => {
    const answer = await app.request(`${HOST}${decline.path}`)
    assert.equal(answer.headers.get('retry-after'), '7')
    const { requestId, ...problem } = await problemOf(answer)
    assert.equal(requestId, answer.headers.get('x-request-id'))
    const expected = { type: 'about:blank#too-late', title: 'Something is in the way', status: 409 }
    assert.deepEqual(problem, { ...expected, code: 'too-late', detail: 'The door is shut.' })
  })

  it('of those who may not call comes before any word about their input', async () => {
    const ask = async (path: string, roles?: string) => {
      const headers = roles === undefined ? {} : { 'x-test-roles': roles }
      return (await problemOf(await app.request(`${HOST}${path}?wrong=1`, { headers }))).code
    }
    assert.equal(await ask(administer.path), 'not-signed-in')
    assert.equal(await ask(administer.path, 'steward executive'), 'administrators-only')
    assert.equal(await ask(administer.path, 'administrator'), 'wrong-input')
    assert.equal(await ask(mingle.path, 'guest'), 'not-for-guests')
    assert.equal(await ask(mingle.path, 'delegate'), 'wrong-input')
  })
})

describe('a bug', () => {
  it('shows nothing of its insides, and is logged with the request id', async () => {
    logged.length = 0
    const answer = await app.request(`${HOST}${stumble.path}`)
    const problem = await problemOf(answer)
    assert.deepEqual([problem.status, problem.code], [500, 'unexpected'])
    assert.doesNotMatch(JSON.stringify(problem), /painting|gate\.test/)
    const line = logged.find((each) => each.includes('painting')) ?? ''
    assert.ok(line.includes(problem.requestId))
  })
})

describe('limits', () => {
  it('hold for an address and for a person, and say when to come back', async () => {
    for (const limits of [
      openLimits({ person: 1000, address: 2, words: MANY_WORDS }),
      openLimits({ person: 2, address: 1000, words: MANY_WORDS }),
    ]) {
      const limited = openGate({ limits })
      const ask = () => limited.request(`${HOST}${greet.path}`, { headers: { 'x-test-roles': 'steward' } })
      assert.deepEqual([(await ask()).status, (await ask()).status], [200, 200])
      const third = await ask()
      const seconds = Number(third.headers.get('retry-after'))
      assert.ok(seconds >= 1 && seconds <= 60)
      const problem = await problemOf(third)
      assert.deepEqual([problem.status, problem.code], [429, 'slow-down'])
      assert.equal(problem.detail, `That was a lot at once. Try again in ${seconds} seconds.`)
    }
  })

  it('take the address from a proxy only where there is one, and only what that proxy wrote', async () => {
    const ask = (gate: ReturnType<typeof openGate>, forwarded: string) =>
      gate.request(`${HOST}${greet.path}`, { headers: { 'x-forwarded-for': forwarded } })
    const direct = openGate({ limits: openLimits({ person: 9, address: 1, words: MANY_WORDS }) })
    assert.equal((await ask(direct, '10.0.0.1')).status, 200)
    assert.equal((await ask(direct, '10.0.0.2')).status, 429)
    const proxied = openGate({
      limits: openLimits({ person: 9, address: 1, words: MANY_WORDS }),
      isBehindProxy: true,
    })
    assert.equal((await ask(proxied, '10.0.0.1')).status, 200)
    assert.equal((await ask(proxied, '10.0.0.2')).status, 200)
    assert.equal((await ask(proxied, 'made-up, 10.0.0.2')).status, 429)
  })
})
