// What stands in a digest and in which order, whatever waits.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PostId, SaidId } from '#contract/ref'
import { countWords, DIGEST, type DigestItem, digestOf, firstWords } from './digest.ts'
import { digestLetter } from './digest-letter.ts'

const at = Temporal.Instant.from('2026-03-02T08:00:00Z')

const item = (more: Partial<DigestItem> = {}): DigestItem => ({
  postId: 'post' as PostId,
  replyId: null,
  saidId: 'said' as SaidId,
  title: 'Line 3',
  spaceName: 'Plant',
  sentences: ['Marta Wójcik replied.'],
  why: 'because you replied here',
  how: 'replied',
  isAlone: false,
  due: undefined,
  cameAt: at,
  by: 'Marta Wójcik',
  words: 'Whoever stands next to it.',
  ...more,
})

const letterOf = (items: readonly DigestItem[]) => {
  const digest = digestOf(items)
  const links = {
    thread: 'https://foyer.test/t',
    replyTo: 'reply+1.a@foyer.test',
    thank: 'https://foyer.test/act/a',
  }
  return digestLetter({
    ...{ digest, kind: 'batch', language: 'en', asks: true },
    linksOf: new Map(digest.items.map(({ postId }) => [postId, links])),
    ...{
      notices: 'https://foyer.test/n',
      settings: 'https://foyer.test/s',
      stop: 'https://foyer.test/act/s',
    },
  })
}

const text = fc.oneof(
  fc.lorem({ maxCount: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.constantFrom('品質', '会議', '変更', 'です', '。'), { maxLength: 400 })
    .map((parts) => parts.join('')),
)
const items = fc.array(
  fc.record({
    title: text,
    spaceName: text,
    words: text,
    by: text,
    how: fc.constantFrom('mentioned', 'answered', 'announced', 'posted', 'replied', 'thanked'),
    isAlone: fc.boolean(),
    cameAt: fc.integer({ min: 0, max: 10_000 }).map((minutes) => at.add({ minutes })),
  }),
  { minLength: 1, maxLength: 30 },
)

const ADDRESS = /(?:https?:\/\/\S+|reply\+\S+)/g

describe('a digest', () => {
  it('has at most five threads and takes at most two minutes, whatever waits', () => {
    fc.assert(
      fc.property(items, (waiting) => {
        const all = waiting.map((each, index) => item({ ...each, postId: `post ${index}` as PostId }))
        const { items: chosen, leftCount } = digestOf(all)
        assert.ok(chosen.length >= 1 && chosen.length <= DIGEST.itemsMax)
        assert.equal(chosen.length + leftCount, waiting.length)
        // Where a link leads is looked at and not read.
        const words = countWords(letterOf(all).text.replace(ADDRESS, ''))
        const seconds = (words * 60) / DIGEST.wordsPerMinute
        assert.ok(seconds <= DIGEST.secondsMax, `${seconds} s`)
      }),
      { numRuns: 200 },
    )
  })

  it('begins with what only its reader can answer, and of two alike with what has waited longer', () => {
    const asked = item({ title: 'Asked', how: 'mentioned', isAlone: true })
    const waiting = [
      item({ title: 'Replied' }),
      item({ title: 'Waited longer', cameAt: at.subtract({ hours: 9 }) }),
      item({ title: 'Thanked', how: 'thanked' }),
      item({ title: 'Asked among others', how: 'mentioned' }),
      asked,
    ]
    assert.deepEqual(
      digestOf(waiting).items.map(({ title }) => title),
      ['Asked', 'Asked among others', 'Waited longer', 'Replied', 'Thanked'],
    )
    const due = item({ title: 'Due', due: '14:30' })
    assert.equal(digestOf([asked, due]).items[0]?.title, 'Due')
  })

  it('is the same in whatever order its threads were found', () => {
    fc.assert(
      fc.property(items, fc.nat(), (waiting, turn) => {
        const all = waiting.map((each, index) =>
          item({ ...each, postId: `post ${index}` as PostId, cameAt: at.add({ minutes: index }) }),
        )
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
        assert.deepEqual(digestOf(turned), digestOf(all))
      }),
      { numRuns: 50 },
    )
  })
})

describe('its letter', () => {
  it('holds nobody’s words as markup', () => {
    const { html } = letterOf([
      item({ title: '<script>alert(1)</script>', words: '<img src=x onerror=y> & "so"' }),
    ])
    assert.equal(html.includes('<script>'), false)
    assert.equal(html.includes('<img'), false)
    assert.match(html, /&lt;img src=x onerror=y&gt; &amp; &quot;so&quot;/)
  })

  it('says of each thread why it came and how to answer', () => {
    const { text, html } = letterOf([item(), item({ postId: 'other' as PostId })])
    assert.equal(text.match(/You get this because you replied here\./g)?.length, 2)
    assert.equal(text.match(/Answer by mail: reply\+1\.a@foyer\.test/g)?.length, 2)
    assert.equal(html.match(/mailto:reply\+1\.a@foyer\.test/g)?.length, 2)
    assert.match(html, /<meta name="color-scheme" content="light dark">/)
  })
})

describe('the first words of a text', () => {
  it('are no more than asked, in any script, and a mark says where it was cut', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (whole, most) => {
        const cut = firstWords(whole, most)
        assert.ok(countWords(cut) <= most)
        if (countWords(whole.replace(/\s+/gu, ' ')) <= most)
          assert.equal(cut, whole.replace(/\s+/gu, ' ').trim())
      }),
    )
  })
})
