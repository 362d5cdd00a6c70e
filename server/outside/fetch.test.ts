// What may be fetched and what not, with servers on this machine that stand for the world, and resolvers that lie.
import assert from 'node:assert/strict'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, describe, it } from 'node:test'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { openFetch, type Resolve } from './fetch.ts'

const asked: string[] = []
const answers = new Map<string, RequestListener>()
const server = createServer((request, response) => {
  asked.push(`${request.headers.host}${request.url}`)
  const answer = answers.get(request.url ?? '')
  if (answer !== undefined) return answer(request, response)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<title>Here</title>')
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => server.close())
const { port } = server.address() as AddressInfo
const inside = `wiki.test:${port}`

type Wanted = { resolve?: Resolve; isOn?: boolean; hosts?: string[] }

function fetching({ resolve = async () => ['127.0.0.1'], isOn = true, hosts = [inside] }: Wanted = {}) {
  const settings = {
    showsLinkPreviews: isOn,
    linkPreviewHosts: new Set(hosts),
    baseUrl: 'https://foyer.test',
  }
  return openFetch(settings, resolve)
}

const textOf = async (address: string, wanted?: Wanted) => {
  const page = await fetching(wanted)(address)
  return page && new TextDecoder().decode(page.bytes)
}

describe('a page', () => {
  it('is fetched from a host of the house that settings allow, under its own name', async () => {
    assert.equal(await textOf(`http://${inside}/page`), '<title>Here</title>')
    assert.equal(asked.at(-1), `${inside}/page`)
  })

  it('is not fetched where previews are off, from other hosts or from Foyer itself', async () => {
    const before = asked.length
    const own = { linkPreviewHosts: new Set([inside]), showsLinkPreviews: true, baseUrl: `http://${inside}` }
    assert.equal(await openFetch(own, async () => ['127.0.0.1'])(`http://${inside}/`), undefined)
    assert.equal(await textOf(`http://${inside}/`, { isOn: false }), undefined)
    assert.equal(await textOf(`http://${inside}/`, { hosts: ['other.test'] }), undefined)
    assert.equal(asked.length, before)
  })

  it('is reached by the web alone: no other scheme, port or password', async () => {
    const addresses = [
      ...[
        'ftp://example.test/',
        'file:///etc/passwd',
        'gopher://example.test/',
        'data:text/html,x',
        'javascript:1',
      ],
      ...[
        'http://example.test:22/',
        'https://example.test:6379/',
        'http://who:secret@example.test/',
        'http://',
        'x',
      ],
    ]
    const resolved: string[] = []
    const resolve: Resolve = async (host) => {
      resolved.push(host)
      return ['127.0.0.1']
    }
    for (const address of addresses) assert.equal(await textOf(address, { resolve }), undefined, address)
    assert.deepEqual(resolved, [], 'nobody was even asked where they are')
  })

  it('is never fetched from inside, in whatever form the address is written', async () => {
    const before = asked.length
    const forms = [
      ...[
        '127.0.0.1',
        '127.1',
        '2130706433',
        '0x7f000001',
        '0177.0.0.1',
        '0x7f.0.0.0x1',
        '127.0.0.1.',
        '0',
        '0.0.0.0',
      ],
      ...[
        '[::1]',
        '[::]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
        '[::127.0.0.1]',
        '[64:ff9b::7f00:1]',
        '[fe80::1]',
      ],
      ...['169.254.169.254', '2852039166', '[fd00:ec2::254]', '10.0.0.1', '192.168.0.1', '①②⑦.⓪.⓪.①'],
      ...['localhost', 'LOCALHOST', 'localhost.', 'metadata.google.internal', 'router.local'],
    ]
    for (const form of forms) assert.equal(await textOf(`http://${form}/`), undefined, form)
    assert.equal(asked.length, before)
  })

  it('is not fetched when any address of its host is inside', async () => {
    for (const found of [
      ['127.0.0.1'],
      ['93.184.215.14', '10.0.0.1'],
      ['::ffff:192.168.0.1'],
      ['2606:4700::1111', '::1'],
      [],
    ]) {
      const resolve: Resolve = async () => found
      assert.equal(await textOf('http://example.test/', { resolve }), undefined, String(found))
    }
  })

  it('comes from the address that was checked: a name that moves inside afterwards moves nothing', async () => {
    // Looked up a second time, the name would lead to where nobody listens.
    const places = ['127.0.0.1', '127.0.0.2']
    let lookups = 0
    const resolve: Resolve = async () => [places[lookups++] ?? '127.0.0.3']
    assert.equal(await textOf(`http://${inside}/page`, { resolve }), '<title>Here</title>')
    assert.equal(lookups, 1)
  })

  it('is followed three times at the most, and each time checked anew', async () => {
    for (const step of [1, 2, 3, 4, 5]) {
      answers.set(`/step${step}`, (_, response) =>
        response.writeHead(302, { location: step === 1 ? '/page' : `/step${step - 1}` }).end(),
      )
    }
    assert.equal(await textOf(`http://${inside}/step3`), '<title>Here</title>')
    assert.equal(await textOf(`http://${inside}/step4`), undefined)
    for (const location of [
      ...[
        `http://127.0.0.1:${port}/secret`,
        `http://[::1]:${port}/secret`,
        'http://localhost/secret',
        '//10.0.0.1/',
      ],
      ...[
        'http://2130706433/',
        'file:///etc/passwd',
        'http://sneaky.test/secret',
        `http://a:b@${inside}/secret`,
      ],
    ]) {
      answers.set('/away', (_, response) => response.writeHead(301, { location }).end())
      assert.equal(await textOf(`http://${inside}/away`), undefined, location)
    }
    assert.equal(
      asked.some((each) => each.includes('secret')),
      false,
    )
  })

  it('is HTML and answered with 200, or it is none', async () => {
    for (const [status, type] of [
      [200, 'application/json'],
      [200, 'image/png'],
      [200, 'text/htmlx'],
      [404, 'text/html'],
      [500, 'text/html'],
    ] as const) {
      answers.set('/odd', (_, response) =>
        response.writeHead(status, { 'content-type': type }).end('<title>x'),
      )
      assert.equal(await textOf(`http://${inside}/odd`), undefined, `${status} ${type}`)
    }
  })

  it('is unpacked, and read no further than half a megabyte, packed or not', async () => {
    const long = Buffer.alloc(50_000_000, 'a')
    const packings = {
      identity: (bytes: Buffer) => bytes,
      gzip: (bytes: Buffer) => gzipSync(bytes),
      br: (bytes: Buffer) => brotliCompressSync(bytes),
    }
    for (const [name, pack] of Object.entries(packings)) {
      for (const [body, length] of [
        [Buffer.from('<title>Here</title>'), 19],
        [long.subarray(0, name === 'br' ? 5_000_000 : undefined), 512 * 1024],
      ] as const) {
        const headers = { 'content-type': 'text/html', 'content-encoding': name }
        answers.set('/packed', (_, response) => response.writeHead(200, headers).end(pack(body)))
        assert.equal((await textOf(`http://${inside}/packed`))?.length, length, name)
      }
    }
  })

  it('that is broken, packed oddly, or not there is no page, and no error', async () => {
    answers.set('/broken', (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end('no gzip'),
    )
    answers.set('/zstd', (_, response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'zstd' }).end('x'),
    )
    answers.set('/gone', (request) => request.socket.destroy())
    for (const path of ['/broken', '/zstd', '/gone']) {
      assert.equal(await textOf(`http://${inside}${path}`), undefined, path)
    }
    const resolve: Resolve = () => Promise.reject(new Error('ENOTFOUND'))
    assert.equal(await textOf(`http://${inside}/page`, { resolve }), undefined)
  })

  it('brings no cookie along, neither on the way out nor to the next step', async () => {
    const cookies: (string | undefined)[] = []
    answers.set('/first', (request, response) => {
      cookies.push(request.headers.cookie)
      response.writeHead(302, { location: '/second', 'set-cookie': 'who=me' }).end()
    })
    answers.set('/second', (request, response) => {
      cookies.push(request.headers.cookie, request.headers.authorization)
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Second</title>')
    })
    assert.equal(await textOf(`http://${inside}/first`), '<title>Second</title>')
    assert.deepEqual(cookies, [undefined, undefined, undefined])
  })

  it('is never fetched from this machine, whatever number its address is written as', async () => {
    const before = asked.length
    const octet = fc.integer({ min: 0, max: 255 })
    const written = fc.constantFrom(
      (number: number) => String(number),
      (number: number) => `0x${number.toString(16)}`,
      (number: number) => `0${number.toString(8)}`,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(octet, octet, octet),
        fc.tuple(written, written),
        async ([b, c, d], [one, other]) => {
          const value = ((127 * 256 + b) * 256 + c) * 256 + d
          assert.equal(await textOf(`http://${one(value)}/`), undefined)
          assert.equal(await textOf(`http://${one(127)}.${other(b)}.${one(c)}.${other(d)}/`), undefined)
          assert.equal(await textOf(`http://[::ffff:127.${b}.${c}.${d}]/`), undefined)
        },
      ),
      { numRuns: 60 },
    )
    assert.equal(asked.length, before)
  })
})
