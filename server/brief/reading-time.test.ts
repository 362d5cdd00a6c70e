import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { ACTION_SECONDS, countWords, READING_PACE, secondsOf } from './reading-time.ts'

describe('counting the words that are read', () => {
  const examples: [string, number][] = [
    ['', 0],
    ['   \n\t ', 0],
    ['— … !', 0],
    ["Don't drop the long-term plan.", 5],
    ['At 10:30 we lost 3.5 % of 1,200 parts', 8],
    ['## A **bold** _claim_\n\n- one\n- two', 5],
    ['Read [the report](https://example.org/a/very/long/path?with=query) first', 4],
    ['See ![the valve](/files/valve.png "taken on Tuesday") here', 4],
    ['Look at https://example.org/one/two/three now', 4],
    ['A <b class="x">strong</b> word<br>here', 4],
    ['Größe, Übermaß und Ärger', 4],
    ['Привет, как дела', 3],
    ['안녕하세요 여러분', 2],
    ['品質管理', 2],
    ['ひらがな と カタカナ', 5],
    ['We call it 品質管理 here', 6],
    ['ภาษาไทยง่าย', 3],
  ]
  for (const [text, words] of examples) {
    it(`finds ${words} words in ${JSON.stringify(text)}`, () => assert.equal(countWords(text), words))
  }

  it('counts a text twice as long as twice the words', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('we', 'lose', 'forty', 'minutes', "don't"), { minLength: 1 }),
        (list) => {
          assert.equal(countWords(`${list.join(' ')} ${list.join(' ')}`), 2 * list.length)
        },
      ),
    )
  })

  it('takes hostile text in its stride', () => {
    const hostile = ['](', '<a', '[[[[', "a'", 'http://', '<a b="'].map((piece) => piece.repeat(30_000))
    for (const text of hostile) assert.ok(countWords(text) >= 0)
  })
})

describe('the seconds of a card', () => {
  it('are those of reading at the mean pace, two to switch, and the action', () => {
    // 238 words are a minute, so 60 + 2 + 60 = 122, rounded up to the grain of five.
    assert.equal(secondsOf({ words: 238, actionSeconds: 60, wordsPerMinute: undefined }), 125)
    // 150 words are 37.8 s, and 39.8 with the switch.
    assert.equal(secondsOf({ words: 150, actionSeconds: 0, wordsPerMinute: undefined }), 40)
    assert.equal(secondsOf({ words: 0, actionSeconds: 0, wordsPerMinute: undefined }), 5)
  })

  it('follow the pace of the reader within the bounds that are believed', () => {
    const at = (wordsPerMinute: number) => secondsOf({ words: 700, actionSeconds: 0, wordsPerMinute })
    assert.equal(at(200), 215)
    assert.equal(at(5), at(READING_PACE.min))
    assert.equal(at(2000), at(READING_PACE.max))
  })

  it('are a positive multiple of five and never less than what it takes', () => {
    const card = fc.record({
      words: fc.nat({ max: 5000 }),
      actionSeconds: fc.constantFrom(...Object.values(ACTION_SECONDS)),
      wordsPerMinute: fc.option(fc.integer({ min: 150, max: 350 }), { nil: undefined }),
    })
    fc.assert(
      fc.property(card, (one) => {
        const seconds = secondsOf(one)
        const needed = (one.words * 60) / (one.wordsPerMinute ?? READING_PACE.default) + 2 + one.actionSeconds
        assert.ok(seconds > 0 && seconds % 5 === 0)
        assert.ok(seconds >= needed && seconds < needed + 5)
      }),
    )
  })
})
