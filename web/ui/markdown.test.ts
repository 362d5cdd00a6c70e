import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { renderWords } from './markdown.ts'

const ID = '0198c0de-0000-7000-8000-000000000001'

test('a mention leads to the person', () => {
  assert.equal(
    renderWords(`Ask @[Ines Marín](person:${ID}).`),
    `<p>Ask <a class="mention" href="/people/${ID}">Ines Marín</a>.</p>`,
  )
})

test('in code a mention stays what was typed', () => {
  assert.equal(renderWords(`\`@[Ines](person:${ID})\``), `<p><code>@[Ines](person:${ID})</code></p>`)
})

test('HTML is shown, never run', () => {
  const html = renderWords('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> and <b>bold</b>')
  assert.doesNotMatch(html, /<(script|img|b)\b/)
  assert.match(html, /&lt;script&gt;/)
})

test('links lead to the web, to mail or within Foyer, and nowhere else', () => {
  const to = (address: string) => /<a( [^>]*)?>/.exec(renderWords(`[x](${address})`))?.[0]
  assert.equal(
    to('https://example.org/a'),
    '<a rel="noopener noreferrer nofollow" href="https://example.org/a">',
  )
  assert.equal(to('//example.org'), '<a rel="noopener noreferrer nofollow" href="//example.org">')
  assert.equal(to('mailto:ines@example.org'), '<a href="mailto:ines@example.org">')
  assert.equal(to('/threads/1'), '<a href="/threads/1">')
  for (const address of [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'javascript&#58;alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'person:not-an-id',
    '<java script:x>',
  ]) {
    const tag = to(address)
    assert.ok(tag === '<a>' || tag === undefined || /href="[^":]*%20/.test(tag), `${address} gave ${tag}`)
  }
})

test('a plain address becomes a link, and an image only a link to it', () => {
  assert.match(renderWords('see https://example.org/b'), /<a rel="[^"]+" href="https:\/\/example.org\/b">/)
  assert.doesNotMatch(renderWords('![cat](https://example.org/cat.png)'), /<img/)
})

test('headings do not change the outline of the page', () => {
  assert.equal(renderWords('# Big\n\nSmall\n---'), '<p class="heading">Big</p>\n<p class="heading">Small</p>')
})

test('short lines end where they were ended, and lines wrapped by a mail program flow', () => {
  assert.equal(renderWords('Dear all,\nthanks'), '<p>Dear all,<br />\nthanks</p>')
  const long = 'a line that goes on until the mail program thought that it'
  assert.equal(renderWords(`${long}\nought to break`), `<p>${long}\nought to break</p>`)
})

test('tables and code can be reached and scrolled by keyboard', () => {
  assert.match(renderWords('| a |\n| - |\n| 1 |'), /<div class="sheet" tabindex="0"><table>/)
  assert.match(renderWords('```\ncode\n```'), /<pre tabindex="0">/)
})

test('whatever is typed, no foreign tag, handler or dangerous address comes out', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '`',
    '[',
    ']',
    '(',
    ')',
    '!',
    '@',
    ':',
    '\n',
    ' ',
    'a',
    '&#58;',
    '&lt;',
    'javascript:',
    'person:',
    'data:',
    'onerror=',
    '<img src=x ',
    '<a href="',
    '\\',
    '|',
    '-',
    '~~',
    'https://x.y',
  )
  const ALLOWED =
    /^<\/?(p|a|code|pre|em|strong|del|ul|ol|li|blockquote|hr|br|table|thead|tbody|tr|th|td|div)\b/
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = renderWords(pieces.join(''))
      for (const [tag] of html.matchAll(/<[^>]*>/g)) {
        assert.match(tag, ALLOWED)
        assert.doesNotMatch(tag, /\son\w+=|href="\s*(javascript|data|person):/i)
      }
    }),
    { numRuns: 500 },
  )
})
