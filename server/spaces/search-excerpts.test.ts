import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import fc from 'fast-check'
import { excerptOf, marked, plainText } from './search-excerpts.ts'

const bare = (text: string) => text.replace(/[\ue000\ue001]/g, '')
const at = (text: string, word: string, place = 0) => {
  const start = text.indexOf(word)
  return { start, end: start + word.length, place }
}

describe('the words of Markdown', () => {
  it('stand without what makes them bold, a link, a list or a table', () => {
    assert.equal(
      plainText('# Valves\n\n> **Check** _both_ [gauges](https://foyer.test/a_b) @[Jo](person:1)'),
      'Valves Check both gauges @Jo',
    )
    assert.equal(
      plainText('- [x] done\n1. first\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'),
      'done first a b 1 2',
    )
    assert.equal(plainText('```ts\nconst a = 1\n```\n![photo](file:1) `code`'), 'const a = 1 photo code')
  })

  it('keep marks that are none: snake_case, 3 * 4, a lone star', () => {
    assert.equal(plainText('snake_case_name and 3 * 4 * 5'), 'snake_case_name and 3 * 4 * 5')
  })

  it('never hold a mark of ours', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '\ue000', '*', '[', ']', '(', ')') }),
        (text) => {
          assert.doesNotMatch(plainText(text), /[\ue000\ue001]/)
        },
      ),
    )
  })
})

describe('an excerpt', () => {
  const filler = 'Nothing of note happened in this long account of the week. '.repeat(10)

  it('is the passage that says most of what was asked', () => {
    const text = `${filler}The valve was cleaned. ${filler}Then the valve and the gauge were both changed at once. ${filler}`
    const valve = text.lastIndexOf('valve')
    const excerpt = excerptOf(text, [
      at(text, 'valve'),
      { start: valve, end: valve + 5, place: 0 },
      at(text, 'gauge', 1),
    ])
    assert.match(excerpt, /the \ue000valve\ue001 and the \ue000gauge\ue001 were/)
    assert.match(excerpt, /^… .* …$/s)
  })

  it('begins where the text begins when nothing is marked, and holds short texts whole', () => {
    assert.ok(excerptOf(filler, []).startsWith('Nothing of note'))
    assert.equal(excerptOf('The valve.', [at('The valve.', 'valve')]), 'The \ue000valve\ue001.')
  })

  it('is short, whatever the script, and shows the first found word', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.constantFrom('word ', '会議', 'a.'), (before, filling) => {
        const text = `${filling.repeat(before)} needle ${filling.repeat(500)}`
        const excerpt = excerptOf(text, [at(text, 'needle')])
        assert.match(excerpt, /\ue000needle\ue001/)
        assert.ok(bare(excerpt).length < 260)
      }),
    )
  })
})

test('marks that lie over each other lose no letter', () => {
  const marks = fc.array(
    fc
      .tuple(fc.nat(9), fc.nat(9))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b), place: 0 })),
  )
  fc.assert(fc.property(marks, (each) => assert.equal(bare(marked('abcdefghij', each)), 'abcdefghij')))
})
