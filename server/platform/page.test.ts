import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { Hono } from 'hono'
import type { GateEnv } from './gate.ts'
import { addPage } from './page.ts'

const around = mkdtempSync(join(tmpdir(), 'foyer-page-'))
const folder = join(around, 'web')
const script = `console.log(${JSON.stringify('hello '.repeat(400))})`
for (const language of ['en', 'de']) {
  const own = join(folder, language)
  mkdirSync(join(own, 'assets', language), { recursive: true })
  writeFileSync(join(own, 'index.html'), `<!doctype html><html lang="${language}"><title>Foyer</title>`)
  writeFileSync(join(own, 'assets', language, 'main-abc123.js'), script)
}
writeFileSync(join(folder, 'en', '.hidden'), 'a secret')
writeFileSync(join(around, 'outside.txt'), 'a secret')
symlinkSync(join(around, 'outside.txt'), join(folder, 'en', 'assets', 'en', 'linked.txt'))
after(() => rmSync(around, { recursive: true }))

function open(from: string) {
  const app = new Hono<GateEnv>()
  addPage(app, from)
  return app
}
const app = open(folder)
const ask = (path: string, headers = {}) => app.request(new Request(`http://foyer.test${path}`, { headers }))

describe('the page', () => {
  it('answers every address of a screen with its one document, to be asked for again each time', async () => {
    for (const path of [
      '/',
      '/index.html',
      '/threads/0192f0c1-0000-7000-8000-000000000000',
      '/people?search=x',
    ]) {
      const answer = await ask(path)
      assert.equal(answer.headers.get('content-type'), 'text/html; charset=utf-8')
      assert.equal(answer.headers.get('cache-control'), 'no-cache')
      assert.match(await answer.text(), /<title>Foyer/)
    }
  })

  const languages: [asked: Record<string, string>, path: string, language: string][] = [
    [{}, '/', 'en'],
    [{ 'accept-language': 'de-AT,en;q=0.5' }, '/people', 'de'],
    [{ 'accept-language': 'de', cookie: 'foyer-language=en' }, '/', 'en'],
    [{ cookie: 'session=1; foyer-language=de' }, '/', 'de'],
    [{ cookie: 'foyer-language=xx' }, '/', 'en'],
    // The page is not built in French here.
    [{ 'accept-language': 'fr, de;q=0.9' }, '/', 'en'],
    // What is kept for a time without a line is in the language of the page that keeps it.
    [{ cookie: 'foyer-language=en' }, '/index.de.html', 'de'],
    [{}, '/index.xx.html', 'en'],
  ]
  for (const [asked, path, language] of languages) {
    it(`is in ${language} at ${path} for ${JSON.stringify(asked)}`, async () => {
      const answer = await ask(path, asked)
      assert.match(await answer.text(), new RegExp(`lang="${language}"`))
      assert.equal(answer.headers.get('vary'), 'accept-encoding, accept-language, cookie')
    })
  }

  it('lets files be kept for ever that bear a hash of what is in them', async () => {
    const answer = await ask('/assets/en/main-abc123.js')
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8')
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
    assert.equal(await answer.text(), script)
  })

  it('is compressed for those who understand it', async () => {
    const answer = await ask('/assets/en/main-abc123.js', { 'accept-encoding': 'gzip, br' })
    assert.equal(answer.headers.get('content-encoding'), 'br')
    assert.equal(answer.headers.get('vary'), 'accept-encoding')
    assert.equal(brotliDecompressSync(await answer.bytes()).toString(), script)
  })

  it('says of a part of an earlier build that it is gone, so that an open page can begin anew', async () => {
    assert.equal((await ask('/assets/main-earlier.js')).status, 404)
    for (const path of ['/assets/..%5c..%5coutside.txt', '/assets/en/linked.txt', '/assets/%00']) {
      const answer = await ask(path)
      assert.equal(answer.status, 404)
      assert.doesNotMatch(await answer.text(), /secret/)
    }
  })

  const tricks = [
    '/../outside.txt',
    '/..%2foutside.txt',
    '/%2e%2e/outside.txt',
    '/assets/../../outside.txt',
    '//etc/passwd',
    '/%2fetc%2fpasswd',
    '/.hidden',
    '/%',
  ]
  for (const path of tricks) {
    it(`gives no file that is not its own: ${path}`, async () => {
      const text = await (await ask(path)).text()
      assert.doesNotMatch(text, /secret|root:/)
      assert.match(text, /<title>Foyer/)
    })
  }

  it('is no answer to a program that mistook an address of the API', async () => {
    assert.equal((await ask('/api/no/such')).status, 404)
  })

  it('says how it is made as long as it is not there', async () => {
    const answer = await open(join(around, 'nowhere')).request('http://foyer.test/')
    assert.deepEqual(
      [answer.status, await answer.text()],
      [503, 'The page is not built yet. Run: npm run build'],
    )
  })
})
