import assert from 'node:assert/strict'
import { describe, it, test } from 'node:test'
import fc from 'fast-check'
import { HOLDINGS, parseQuery } from './search-query.ts'

const asking = { now: Temporal.Instant.from('2026-03-02T08:00:00Z'), timeZone: 'Europe/Oslo' }
const parse = (typed: string) => parseQuery(typed, asking)
const word = (text: string, form = 'word', isExcluded = false) => ({ text, form, isExcluded })

describe('what is typed into the search', () => {
  it('is words, phrases, beginnings and words that must not be there', () => {
    assert.deepEqual(parse('scrap "line three" “night shift” gau* -rework -"blue tag"').words, [
      word('scrap'),
      word('line three', 'phrase'),
      word('night shift', 'phrase'),
      word('gau', 'beginning'),
      word('rework', 'word', true),
      word('blue tag', 'phrase', true),
    ])
  })

  it('narrows by operators, whose values may stand in quotes', () => {
    assert.deepEqual(parse('From:me in:"Line 3" kind:question has:image topic:#Scrap valve'), {
      words: [word('valve')],
      filters: [
        { operator: 'from', value: 'me' },
        { operator: 'in', value: 'Line 3' },
        { operator: 'kind', value: 'question' },
        { operator: 'has', value: 'image' },
        { operator: 'topic', value: 'scrap' },
      ],
    })
  })

  it('is words wherever an operator is not understood', () => {
    for (const typed of [
      'kind:poem',
      'has:cheese',
      'before:soon',
      'on:2026-02-30',
      'on:2026-13',
      'color:red',
      'on:0d0',
    ]) {
      assert.deepEqual(parse(typed), { words: [word(typed)], filters: [] }, typed)
    }
    assert.deepEqual(parse('from:').words, [word('from:')])
    assert.deepEqual(parse('*** - "" ::'), { words: [], filters: [] })
  })
})

describe('times', () => {
  const spanOf = (typed: string) => {
    const filter = parse(typed).filters[0]
    assert.ok(filter !== undefined && 'span' in filter, typed)
    return [filter.span.from?.toString(), filter.span.until?.toString()]
  }

  it('are days of the asker’s own time zone', () => {
    assert.deepEqual(spanOf('on:2026-03-01'), ['2026-02-28T23:00:00Z', '2026-03-01T23:00:00Z'])
    assert.deepEqual(spanOf('on:today'), ['2026-03-01T23:00:00Z', '2026-03-02T23:00:00Z'])
    assert.deepEqual(spanOf('on:yesterday'), ['2026-02-28T23:00:00Z', '2026-03-01T23:00:00Z'])
  })

  it('may be months and years, before and after which something was said', () => {
    assert.deepEqual(spanOf('on:2026-02'), ['2026-01-31T23:00:00Z', '2026-02-28T23:00:00Z'])
    assert.deepEqual(spanOf('before:2026'), [undefined, '2025-12-31T23:00:00Z'])
    assert.deepEqual(spanOf('after:2025-12'), ['2025-12-31T23:00:00Z', undefined])
  })

  it('may be so many days ago', () => {
    assert.deepEqual(spanOf('after:7d'), ['2026-02-23T08:00:00Z', undefined])
    assert.deepEqual(spanOf('before:1d'), [undefined, '2026-02-28T23:00:00Z'])
  })
})

const piece = fc.oneof(
  fc.constantFrom(
    'from:',
    'in:',
    'kind:',
    'has:',
    'on:',
    '"',
    '-',
    '*',
    ' ',
    'note',
    'today',
    '2026',
    '“',
    '会議',
    '#',
  ),
  fc.string({ maxLength: 6 }),
)
const typed = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''))

test('whatever is typed is understood as something, within bounds, and never as nothing but marks', () => {
  fc.assert(
    fc.property(typed, (text) => {
      const { words, filters } = parse(text)
      assert.ok(words.length <= 16 && filters.length <= 12)
      for (const each of words) assert.match(each.text, /[\p{L}\p{N}]/u)
      for (const { value } of filters) assert.notEqual(value, '')
    }),
  )
})

test('no word that is typed is lost: it is a word, or the value of an operator', () => {
  const plain = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 10 })
  fc.assert(
    fc.property(plain, (words) => {
      assert.deepEqual(
        parse(words.join(' ')).words.map(({ text }) => text),
        words,
      )
    }),
  )
})

test('operators stand wherever they like', () => {
  fc.assert(
    fc.property(
      fc.shuffledSubarray(['from:marta', ...HOLDINGS.map((each) => `has:${each}`), 'valve']),
      (pieces) => {
        const { words, filters } = parse(pieces.join('  '))
        assert.equal(words.length, pieces.filter((each) => each === 'valve').length)
        assert.equal(words.length + filters.length, pieces.length)
      },
    ),
  )
})
