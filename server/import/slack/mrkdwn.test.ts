import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { markdownOf, type Names } from './mrkdwn.ts'

const names: Names = {
  person: (key) => ({ U1: 'Ana [Sol]' })[key],
  channel: (id, label) => label || ({ C1: 'lobby' }[id] ?? 'private-channel'),
}

function bodyOf(mrkdwn: string): string {
  return markdownOf(mrkdwn, names).body
}

function htmlOf(mrkdwn: string): string {
  return micromark(bodyOf(mrkdwn), {
    extensions: [gfmStrikethrough()],
    htmlExtensions: [gfmStrikethroughHtml()],
  })
}

test('people, channels and groups are named, and people are mentioned', () => {
  const { body, mentions } = markdownOf(
    '<@U1> and <@U2|bo>: see <#C1>, <#C9|labs>, <#C8> <!here> <!subteam^S1|@ops>',
    names,
  )
  assert.equal(
    body,
    '@[Ana Sol](person:U1) and @[bo](person:U2): see #lobby, #labs, #private-channel @here @ops',
  )
  assert.deepEqual(mentions, [
    { key: 'U1', label: 'Ana Sol' },
    { key: 'U2', label: 'bo' },
  ])
})

test('emphasis is carried over, and lone marks stay marks', () => {
  assert.equal(bodyOf('*bold* _it_ ~gone~ _*both*_'), '**bold** _it_ ~~gone~~ _**both**_')
  assert.equal(bodyOf('*<https://a.example|A>* and *`b`*'), '**[A](https://a.example)** and **`b`**')
  assert.equal(htmlOf('2*3*4 and * nothing * and __init__'), '<p>2*3*4 and * nothing * and __init__</p>')
  assert.equal(htmlOf('* one\n* two').replaceAll('\n', ''), '<ul><li>one</li><li>two</li></ul>')
})

test('code is left as it was typed', () => {
  assert.equal(bodyOf('`a *b* &lt;c&gt; \\*`'), '`a *b* <c> \\*`')
  assert.equal(
    bodyOf('look:```if (a &amp;&amp; b) *c*\n# not a heading```done'),
    'look:\n```\nif (a && b) *c*\n# not a heading\n```\ndone',
  )
})

test('links are links, and nothing but the web and mail is linked', () => {
  assert.equal(bodyOf('<https://a.example/?x=1&amp;y=2>'), '<https://a.example/?x=1&y=2>')
  assert.equal(bodyOf('<https://a.example/(b)|see [1]>'), '[see \\[1\\]](https://a.example/%28b%29)')
  assert.equal(bodyOf('<mailto:a@b.example|a@b.example>'), '[a@b.example](mailto:a@b.example)')
  assert.equal(bodyOf('<javascript:alert(1)|click>'), 'click')
})

test('quotes are quotes, and end where they ended', () => {
  assert.equal(bodyOf('&gt; said\nanswer'), '> said\n\nanswer')
  assert.equal(bodyOf('before\n&gt;&gt;&gt;all\nof it'), 'before\n> all\n> of it')
  assert.equal(bodyOf('a -&gt; b'), 'a -> b')
})

test('what is plain in Slack is plain in Markdown', () => {
  const plain = [
    '# 1 in sales',
    'a\n---',
    'a|b\n-|-',
    '[x](javascript:y)',
    '[a]: b',
    '~~~',
    'a \\* b',
    '@[Ana](person:U1)',
  ]
  for (const text of plain) assert.equal(htmlOf(text), `<p>${text.replace(/[&<>]/g, '')}</p>`, text)
  assert.equal(htmlOf('&lt;b&gt; &amp;lt; &amp;amp; &amp;'), '<p>&lt;b&gt; &amp;lt; &amp;amp; &amp;</p>')
  assert.equal(htmlOf('```never closed'), '<p>```never closed</p>')
})

test('any text comes through without markup of its own making, and names each mention', () => {
  const anything = fc.array(
    fc.oneof(
      fc.constantFrom(
        '*',
        '_',
        '~',
        '`',
        '```',
        '&gt;',
        '&lt;',
        '&amp;',
        '\n',
        ' ',
        '<@U1>',
        '<',
        '>',
        '|',
        '\\',
        '[',
        '](',
        '#',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(anything, (parts) => {
      const { body, mentions } = markdownOf(parts.join(''), names)
      assert.doesNotMatch(body, /[\uFDD0-\uFDEF]/)
      for (const { key } of mentions) assert.equal(key, 'U1')
    }),
  )
})
