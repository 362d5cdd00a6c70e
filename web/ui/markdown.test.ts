import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { File } from '#contract/files'
import { renderWords } from './markdown.ts'

const ID = '0198c0de-0000-7000-8000-000000000001'

test('a mention leads to the person', () => {
  assert.equal(
    renderWords(`Ask @[Ines Marín](person:${ID}).`),
    `<p>Ask <a class="mention" href="/people/${ID}">Ines Marín</a>.</p>`,
  )
})

test('a mentioned group leads to its page', () => {
  assert.equal(
    renderWords(`@[Night crew](group:${ID})?`),
    `<p><a class="mention" href="/groups/${ID}">Night crew</a>?</p>`,
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
  assert.equal(
    renderWords('# Big\n\nSmall\n---'),
    '<p class="heading">Big</p>\n<p class="subheading">Small</p>',
  )
})

test('a topic leads to what else was said of it', () => {
  assert.equal(
    renderWords('See #Scrap-Rate.'),
    '<p>See <a class="topic" href="/topics/scrap-rate">#Scrap-Rate</a>.</p>',
  )
  assert.match(renderWords('#Übung'), /href="\/topics\/%C3%BCbung">#Übung<\/a>/)
})

test('what only looks like a topic is none: code, links, escapes, numbers, parts of words', () => {
  const texts = ['`#code`', '```\n#code\n```', '\\#escaped', '#5', 'b#c', '# heading', 'https://x.org/#part']
  for (const text of texts) assert.doesNotMatch(renderWords(text), /class="topic"/, text)
  assert.equal(renderWords('[of #scrap](/spaces)'), '<p><a href="/spaces">of #scrap</a></p>')
})

test('a picture of ours is shown and opens in full, and takes its place before it has come', () => {
  const html = renderWords(`![a "line"](file:${ID})`, [
    { id: ID, name: 'line 3.png', contentType: 'image/png', bytes: 1, width: 800, height: 600 } as File,
  ])
  assert.match(
    html,
    /^<p><a class="picture" target="_blank" rel="noopener" href="\/files\/[0-9a-f-]+\/line%203.png">/,
  )
  assert.match(
    html,
    /<img src="[^"]+\?width=1280" .* alt="a &quot;line&quot;" width="800" height="600" loading="lazy"/,
  )
  assert.doesNotMatch(renderWords(`[![x](file:${ID})](/spaces)`), /<a [^>]*><a /, 'no link within a link')
})

test('a link to a file of ours leads to it, and one to a file elsewhere on the device leads nowhere', () => {
  assert.match(renderWords(`[scrap](file:${ID})`), new RegExp(`href="/files/${ID}/file">scrap</a>`))
  assert.equal(renderWords('[x](file:///etc/passwd)'), '<p><a>x</a></p>')
  assert.equal(renderWords('![x](file:///etc/passwd)'), '<p><a>x</a></p>')
})

test('a task shows whether it is done, and cannot be ticked by whoever reads it', () => {
  const html = renderWords('- [x] weigh\n- [ ] ship')
  assert.doesNotMatch(html, /<input/)
  assert.match(html, /<span class="check done" role="img" aria-label="Done"><\/span> weigh/)
  assert.match(html, /<span class="check" role="img" aria-label="To do"><\/span> ship/)
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
    'group:',
    'data:',
    'onerror=',
    '<img src=x ',
    '<a href="',
    '\\',
    '|',
    '-',
    '~~',
    'https://x.y',
    '#',
    'file:',
    ID,
    '[ ] ',
  )
  const ALLOWED =
    /^<\/?(p|a|code|pre|em|strong|del|ul|ol|li|blockquote|hr|br|table|thead|tbody|tr|th|td|div|span|img)\b/
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const html = renderWords(pieces.join(''))
      for (const [tag] of html.matchAll(/<[^>]*>/g)) {
        assert.match(tag, ALLOWED)
        assert.doesNotMatch(tag, /\son\w+=|(href|src)="\s*(javascript|data|person|group|file):/i)
        if (tag.startsWith('<img')) assert.match(tag, /^<img src="\/files\//)
      }
    }),
    { numRuns: 500 },
  )
})
