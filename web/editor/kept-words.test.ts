import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Node as Block } from '@tiptap/pm/model'
import fc from 'fast-check'
import { schema } from './extensions.ts'
import { blocksOf, keepWords } from './kept-words.ts'
import { blockToMarkdown } from './to-markdown.ts'

const ID = '0198c0de-0000-7000-8000-000000000001'

const fresh = (doc: Block) => doc.children.map((block) => blockToMarkdown(block)).join('\n\n')
const holds = (doc: Block, ...names: string[]) => {
  const found = new Set<string>()
  doc.descendants((node) => {
    found.add(node.type.name)
    for (const { type } of node.marks) found.add(type.name)
  })
  return names.filter((name) => found.has(name))
}

// Documents with everything the toolbar offers, as somebody would type them.
const word = fc.constantFrom(
  ...[
    'scrap',
    'Üb',
    '3',
    'a_b',
    'x*y',
    '2 < 3',
    '&amp',
    'C#',
    'l’été',
    '班',
    '1.',
    '+',
    '“so”',
    '~',
    '`',
    '|',
  ],
)
const atom = fc.constantFrom(
  '#night-shift',
  `@[Ines Marín](person:${ID})`,
  `![a line](file:${ID})`,
  'https://x.org/a_b',
  '`co de`',
  `[plan](https://x.org "P")`,
  '[m](mailto:a@x.org)',
)
const escaped = (text: string) =>
  text
    .replaceAll(/[\\`*_[\]<>&#~|]/g, '\\$&')
    .replace(/^(\d+)\./, '$1\\.')
    .replace(/^\+$/, '\\+')
const some = (piece: fc.Arbitrary<string>) =>
  fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
// A mark within the same mark says nothing; any other may stand within any.
const plain = fc.oneof(word.map(escaped), atom)
const struck = fc.oneof(
  plain,
  some(plain).map((line) => `~~${line}~~`),
)
const slanted = fc.oneof(
  struck,
  some(struck).map((line) => `*${line}*`),
)
const inline = some(
  fc.oneof(
    slanted,
    some(slanted).map((line) => `**${line}**`),
  ),
)
const lines = fc.tuple(inline, fc.option(fc.tuple(fc.constantFrom(' end\n', ' end\\\n'), inline)))
const paragraph = lines.map(([first, more]) => (more === null ? first : first + more.join('')))
const indent = (text: string, by: string) => text.replaceAll('\n', `\n${by}`)
const block: fc.Arbitrary<string> = fc.letrec<{ block: string; list: string }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('- ', '1. ', '- [ ] ', '- [x] '),
      fc.array(fc.tuple(inline, fc.option(tie('list'), { depthSize: 'small', maxDepth: 2 })), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([sign, items]) => {
      const by = sign === '1. ' ? '   ' : '  '
      return items
        .map(([text, sub]) => sign + text + (sub === null ? '' : `\n${by}${indent(sub, by)}`))
        .join('\n')
    }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    inline.map((line) => `# ${line}`),
    inline.map((line) => `## ${line}`),
    fc.constantFrom('```js\nlet a = 1\n\n# no\n```', '```\n```', '---'),
    fc.constantFrom(
      '| a | b |\n| :- | - |\n| **1** | `x\\|y` |',
      `| a |\n| - |\n| @[I](person:${ID}) |\n| #b |`,
    ),
    tie('list'),
    tie('block').map((inner) => `> ${indent(inner, '> ')}`),
  ),
})).block
const document = fc
  .array(block, { minLength: 1, maxLength: 5 })
  // Two lists in a row would be one, and one of tasks and other items is none that the editor knows.
  .map((blocks) => blocks.join('\n\n---\n\n'))

test('a document out of everything the editor offers is understood, and stays the same when it is written anew', () => {
  fc.assert(
    fc.property(document, (markdown) => {
      const doc = blocksOf(markdown)
      assert.deepEqual(holds(doc, 'verbatim', 'verbatimText'), [], markdown)
      const again = fresh(doc)
      assert.equal(blocksOf(again).toString(), doc.toString(), again)
      assert.equal(fresh(blocksOf(again)), again)
    }),
    { numRuns: 400 },
  )
})

const anything = fc
  .array(
    fc.constantFrom(
      ...[
        '<b>',
        '</b>',
        '<!-- x',
        '-->',
        '<div>\n',
        '[^1]',
        '[^1]: n',
        '[a]: /x',
        '[a]',
        '![x](http://x.y/z.png)',
      ],
      ...[
        '**',
        '*',
        '_',
        '~~',
        '`',
        '```',
        '\\',
        '#',
        '# ',
        '> ',
        '- ',
        '1. ',
        '    ',
        '\t',
        '|',
        '| a |\n| - |',
        '\n',
        '\n\n',
        '  \n',
      ],
      ...[
        '- [ ] ',
        '&nbsp;',
        '&#x20;',
        '\\#no',
        '#yes',
        '@[x](person:1)',
        `@[*y*](person:${ID})`,
        `![](file:${ID})`,
        'https://a.b/c*',
        'word',
        ' ',
        '---',
        '===',
        '\r\n',
      ],
    ),
    { maxLength: 25 },
  )
  .map((pieces) => pieces.join(''))

test('whatever was written comes out byte for byte when nothing is touched', () => {
  fc.assert(
    fc.property(anything, (markdown) => {
      const kept = keepWords(markdown)
      if (kept !== undefined) assert.equal(kept.markdownOf(kept.doc), markdown)
    }),
    { numRuns: 400 },
  )
})

test('whatever was written, what stands around a change is kept byte for byte', () => {
  fc.assert(
    fc.property(anything, anything, (above, below) => {
      const kept = keepWords(`${above}\n\nthe middle\n\n${below}`)
      const at = kept?.doc.children.findIndex((each) =>
        each.eq(schema.node('paragraph', null, [schema.text('the middle')])),
      )
      if (kept === undefined || at === undefined || at === -1) return
      const blocks = [...kept.doc.children]
      blocks[at] = schema.node('paragraph', null, [schema.text('changed')])
      const markdown = kept.markdownOf(schema.node('doc', null, blocks))
      for (const part of [above, below])
        assert.ok(markdown.includes(part.trim()), `${JSON.stringify(part)} in ${JSON.stringify(markdown)}`)
    }),
    { numRuns: 400 },
  )
})

test('two blocks that share a line are left to be written as Markdown', () => {
  assert.equal(keepWords('the middle\n\n-   \n[a]: /x<div>\n<b>  \n---'), undefined)
})

test('nothing that the editor does not know is dropped: it stands there as it was written', () => {
  for (const odd of [
    '<div align="left">\nhi\n</div>',
    '[a]: https://x.org',
    'see [a][b]\n\n[b]: /c',
    '1. [ ] numbered task',
    '- # heading in a list',
    '| a |\n| - |\n| b | c |',
  ]) {
    const kept = keepWords(`before\n\n${odd}\n\nafter`)
    assert.ok(kept, odd)
    assert.ok(holds(kept.doc, 'verbatim').length > 0, odd)
    assert.ok(fresh(kept.doc).includes(odd.split('\n')[0] ?? ''), odd)
  }
})

test('HTML within a line, pictures from elsewhere and an escaped # are kept to the letter', () => {
  const text = 'a <b>c</b> ![x](http://x.y/z.png) \\#no #yes'
  assert.equal(fresh(blocksOf(text)), text)
})

test('what somebody types as text stays text, but for topics and addresses', () => {
  const typed = fc
    .array(fc.constantFrom(...'*_`[]()<>!#&\\~|-+.1a "\':@'.split(''), 'word', '#topic', 'https://x.org'), {
      minLength: 1,
      maxLength: 12,
    })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(typed, (text) => {
      fc.pre(text.trim() !== '')
      // What looks like an address is another matter: its parser overlooks an escape right beside it.
      fc.pre(!/[-+.\w]@[-.\w]/.test(text))
      const paragraph = schema.node('paragraph', null, [schema.text(text)])
      const again = blocksOf(blockToMarkdown(paragraph))
      assert.equal(again.childCount, 1)
      assert.equal(again.textContent, text.trim(), blockToMarkdown(paragraph))
    }),
    { numRuns: 1000 },
  )
})

test('spaces at the ends of marked words go outside, and a line break at an end is left out', () => {
  const bold = schema.mark('bold')
  const line = [schema.text('a'), schema.text(' b ', [bold]), schema.text('c '), schema.node('lineBreak')]
  assert.equal(blockToMarkdown(schema.node('paragraph', null, line)), 'a **b** c')
})

test('two lists in a row stay two', () => {
  const list = (text: string) =>
    schema.node('bulletList', null, [
      schema.node('listItem', null, [schema.node('paragraph', null, [schema.text(text)])]),
    ])
  const kept = keepWords('- a')
  assert.equal(kept?.markdownOf(schema.node('doc', null, [list('a'), list('b')])), '- a\n\n* b')
})

test('a name with brackets cannot end its mention early', () => {
  const mention = schema.node('personMention', { id: ID, name: 'X [out] *y*' })
  assert.equal(blockToMarkdown(schema.node('paragraph', null, [mention])), `@[X out \\*y\\*](person:${ID})`)
})
