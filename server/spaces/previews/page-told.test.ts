import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { linksIn } from './links-in.ts'
import { previewOf } from './page-told.ts'

const URL = 'https://example.org/a'
const told = (html: string | Uint8Array, contentType = 'text/html') =>
  previewOf(URL, { contentType, bytes: typeof html === 'string' ? Buffer.from(html) : html })

describe('what a page tells of itself', () => {
  it('is its Open Graph, or its title and description', () => {
    assert.deepEqual(
      told(`<html><head><title> Old &amp; plain </title>
        <meta property="og:title" content="Line 3 stops"><meta property="og:description" content="Why &lt;it&gt; did">
        <meta property="og:site_name" content="The Works"><meta name=description content="Not this"></head>`),
      { url: URL, title: 'Line 3 stops', description: 'Why <it> did', siteName: 'The Works' },
    )
    assert.deepEqual(told('<TITLE>Old &amp; plain\n</TITLE><meta name="Description" content="This">'), {
      ...{ url: URL, title: 'Old & plain' },
      ...{ description: 'This', siteName: null },
    })
  })

  it('is nothing without a title, and nothing of what stands in its body', () => {
    assert.equal(told('<p>Hello'), undefined)
    assert.equal(told('<title>  </title>'), undefined)
    assert.equal(
      told('<body><meta property="og:title" content="Forged"><svg><title>Forged</title></svg>'),
      undefined,
    )
  })

  it('is text and nothing else, in one line, without marks that turn its direction, and bounded', () => {
    const preview = told(`<title>\u202eevil\u0007\u2028<b>&lt;script&gt;</title>`)
    assert.equal(preview?.title, 'evil <b><script>')
    const long = told(
      `<title>${'👩🏽‍🏭 '.repeat(5000)}</title><meta name=description content="${'x'.repeat(9000)}">`,
    )
    assert.equal([...new Intl.Segmenter().segment(long?.title ?? '')].length, 201)
    assert.equal(long?.description?.length, 302)
  })

  it('is read in the encoding that the page has', () => {
    const latin = Buffer.from('<meta charset="iso-8859-1"><title>Gda\xf1sk</title>', 'latin1')
    assert.equal(told(latin)?.title, 'Gdañsk')
    assert.equal(told(latin, 'text/html; charset=windows-1251')?.title, 'Gdaсsk')
    const old = '<meta http-equiv="Content-Type" content="text/html; charset=shift_jis"><title>'
    const japanese = Buffer.concat([
      Buffer.from(old),
      Buffer.from([0x93, 0xfa, 0x96, 0x7b]),
      Buffer.from('</title>'),
    ])
    assert.equal(told(japanese)?.title, '日本')
    assert.equal(told('<title>Wójcik</title>', 'text/html; charset=made-up')?.title, 'Wójcik')
    const marked = Buffer.from('\ufeff<title>日本</title>', 'utf16le')
    assert.equal(told(marked, 'text/html; charset=utf-8')?.title, '日本')
  })

  it('is something or nothing for any bytes, and never holds U+0000', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string({ maxLength: 60 }), (bytes, words) => {
        const preview = told(Buffer.concat([Buffer.from(`<title>${words}`), bytes]))
        assert.equal(JSON.stringify(preview ?? '').includes('\\u0000'), false)
      }),
    )
  })
})

describe('links in words', () => {
  it('are those to pages of the web, in order, each once, three at the most', () => {
    const body = `See https://a.test/x, [b](https://b.test) and <http://c.test/?q=1>, https://a.test/x, www.d.test`
    assert.deepEqual(linksIn(body), ['https://a.test/x', 'https://b.test/', 'http://c.test/?q=1'])
    assert.deepEqual(linksIn('www.d.test'), ['http://www.d.test/'])
  })

  it('are none out of code, quotations, mentions, files, mail addresses and pictures', () => {
    const body = [
      ...['`https://a.test`', '', '```', 'https://b.test', '```', '', '> https://c.test', ''],
      '@[Ada](person:00000000-0000-7000-8000-000000000001) [f](file:00000000-0000-7000-8000-000000000001) me@a.test',
      '![x](https://d.test/x.png) [j](javascript:alert(1)) ftp://e.test [r](/threads/1) https://',
    ].join('\n')
    assert.deepEqual(linksIn(body), [])
  })

  it('are found in no time in words that were made to take long', () => {
    for (const body of ['['.repeat(20_000), 'http://'.repeat(2500), `${'*a '.repeat(6000)}https://a.test`]) {
      assert.ok(linksIn(body).length <= 3)
    }
  })
})
