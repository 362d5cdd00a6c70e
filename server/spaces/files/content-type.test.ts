import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { contentTypeOf, servedAs } from './content-type.ts'

const typeOf = (bytes: string | Uint8Array, name = 'x.bin') => contentTypeOf(Buffer.from(bytes), name)
const NO_TYPE = 'application/octet-stream'

describe('the type of a file', () => {
  it('is text for what reads as text, cut off anywhere', async () => {
    assert.equal(await typeOf('week,scrap\n12,3.4\n', 'x.csv'), 'text/plain')
    assert.equal(await typeOf(Buffer.from('Überschuß').subarray(0, -1)), 'text/plain')
    assert.equal(await typeOf('a < b and c > d'), 'text/plain')
  })

  it('is unknown for bytes that are no text and no format', async () => {
    assert.equal(await typeOf(Buffer.from([0xc3, 0x28, 0x01])), NO_TYPE)
    assert.equal(await typeOf('a\0b'), NO_TYPE)
    assert.equal(await typeOf(''), 'text/plain')
  })

  it('is never one that a browser might run, whatever name it came with', async () => {
    const pages = [
      '<!doctype html><script>alert(1)</script>',
      '\ufeff  <html>',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'Hello <script>alert(1)</script>',
      '<!-- a comment --><html>',
      '<?xml version="1.0"?><x/>',
    ]
    for (const page of pages) {
      for (const name of ['x.png', 'x.txt', 'x.html', 'x'])
        assert.equal(await typeOf(page, name), NO_TYPE, page)
    }
    for (const name of ['a.html', 'a.SVG', 'a.xhtml', 'a.xml', 'a.mht']) {
      assert.equal(await typeOf('plain words', name), NO_TYPE, name)
    }
  })

  it('is what its first bytes say, not its name', async () => {
    assert.equal(await typeOf(Buffer.from('%PDF-1.7\n'), 'x.png'), 'application/pdf')
    assert.equal(await typeOf(Buffer.from('GIF89a\x01\0\x01\0'), 'x.txt'), 'image/gif')
    assert.equal(await typeOf(Buffer.from('MZ\x90\0\x03'), 'photo.jpg'), 'application/x-msdownload')
  })

  it('lets a browser show pictures, plain text, sound and film, and nothing else', () => {
    assert.deepEqual(servedAs('text/plain'), {
      contentType: 'text/plain; charset=utf-8',
      disposition: 'inline',
    })
    assert.equal(servedAs('image/png').disposition, 'inline')
    assert.equal(servedAs('video/mp4').disposition, 'inline')
    for (const type of [NO_TYPE, 'application/pdf', 'image/tiff', 'application/zip', 'text/calendar']) {
      assert.equal(servedAs(type).disposition, 'attachment', type)
    }
  })
})
