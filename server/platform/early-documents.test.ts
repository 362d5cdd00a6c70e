import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { openEarlyDocuments } from './early-documents.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-early-'))
mkdirSync(join(folder, '.vite'))
writeFileSync(
  join(folder, '.vite/early.json'),
  JSON.stringify([
    { path: '/', head: '<link href="/home.js">', reads: ['/api/home?order=activity'] },
    { path: '/threads/$id', head: '<link href="/thread.js">', reads: ['/api/thread?id=$id&order=$id'] },
  ]),
)
after(() => rmSync(folder, { recursive: true }))

const plain = '<html><head><title>Foyer</title></head><body>$&</body></html>'
const documentFor = openEarlyDocuments(folder)
const read = (path: string, who: 'nobody' | 'perhaps-somebody' = 'perhaps-somebody') =>
  documentFor(plain, { url: new URL(path, 'http://foyer.test'), who })

describe('the document of a screen', () => {
  it('names the parts of the screen and what it reads first, in the head', () => {
    assert.equal(
      read('/'),
      '<html><head><title>Foyer</title><link href="/home.js"><link rel="preload" href="/api/home?order=activity" as="fetch" crossorigin></head><body>$&</body></html>',
    )
  })

  it('asks for what its address names', () => {
    assert.match(read('/threads/0192-ab'), /href="\/api\/thread\?id=0192-ab&amp;order=0192-ab"/)
  })

  it('reads nothing for somebody who cannot be signed in', () => {
    const document = read('/', 'nobody')
    assert.match(document, /home\.js/)
    assert.doesNotMatch(document, /\/api\//)
  })

  it('reads nothing when the address asks for something of its own', () => {
    assert.doesNotMatch(read('/?order=newest'), /\/api\//)
  })

  for (const path of ['/people', '/threads', '/threads/a/b', '/threads/"><script>', '/threads/%22%3E']) {
    it(`stays the plain one for an address it does not know: ${path}`, () => {
      assert.equal(read(path), plain)
    })
  }

  it('stays the plain one when the build says nothing', () => {
    const document = openEarlyDocuments(join(folder, 'nowhere'))(plain, {
      url: new URL('http://foyer.test/'),
      who: 'nobody',
    })
    assert.equal(document, plain)
  })
})
