import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Card } from '#contract/brief'
import type { PersonId, PersonRef, PostId, SaidId, SpaceId } from '#contract/ref'
import { briefLetter } from './brief-letter.ts'
import { cardOfPlainReply, isWorthALetter } from './card-ways.ts'

const person = (name: string): PersonRef => ({
  ...{ id: name as PersonId, name, title: null, unit: null, location: null, isActive: true, guestOf: null },
})
const space = {
  id: 's' as SpaceId,
  name: 'Plant',
  visibility: 'open',
  isPorous: false,
  isConversation: false,
}

const card = (key: string, more: Partial<Card> = {}): Card => ({
  ...{ key, kind: 'needs-you', headline: 'Asked of you', line: key, facts: ['Said 1 hour ago'], terms: [] },
  ...{ seconds: 40, prompt: null, actions: ['answer', 'thank'], done: null, prepared: null, way: null },
  words: {
    ...{ saidId: key as SaidId, postId: key as PostId, replyId: null, author: person('Marta'), title: key },
    ...{ space, body: `**Words** of ${key}`, folded: null, at: '2026-03-02T08:00:00Z' },
    ...{ replyCount: 0, reactions: [] },
  } as NonNullable<Card['words']>,
  ...more,
})

function written(cards: readonly Card[], more: Partial<Parameters<typeof briefLetter>[0]> = {}) {
  const links = { thread: 'http://f/threads/x', answer: undefined, buttons: [] }
  const ways = {
    page: 'http://f/brief',
    history: 'http://f/h',
    settings: 'http://f/s',
    stop: 'http://f/stop',
  }
  return briefLetter({
    ...{ brief: { leftOut: [] }, cards, linksOf: new Map(cards.map(({ key }) => [key, links])), ...ways },
    ...{ plainlyAnswered: undefined, language: 'en', ...more },
  })
}

describe('a brief as a letter', () => {
  it('names in its subject the card that a plain answer answers', () => {
    const [kiln, rota] = [card('Kiln'), card('Rota')]
    assert.equal(written([kiln, rota], { plainlyAnswered: rota }).subject, 'Marta: Rota, and 1 more')
    assert.equal(written([kiln]).subject, 'Marta: Kiln')
  })

  it('says who prepared a card and shows their words apart, and what was left out by whom and why', () => {
    const by = person('Daniel')
    const prepared = { by: [by], isPinned: true, view: { by, body: 'Say *yes*.' }, draft: null }
    const out = { cardKey: 'x', saidId: null, line: 'The pens', by, reason: 'Not for you to decide.' }
    const { text } = written([card('Kiln', { prepared })], { brief: { leftOut: [out] } })
    assert.match(text, /Prepared by Daniel\nDaniel’s view:\n\n> Say yes\.\n/)
    assert.match(text, /Left out by Daniel: “The pens”\. Why: Not for you to decide\./)
  })

  it('promises no answer by mail where none can come in, and lets nobody’s words be markup', () => {
    const words = { ...card('Kiln').words!, body: '<b>Now</b> & then' }
    const letter = written([card('Kiln', { words })])
    assert.doesNotMatch(letter.text, /by mail|reply to this letter/)
    assert.match(letter.html, /&lt;b&gt;Now&lt;\/b&gt; &amp; then/)
  })
})

describe('a plain answer to a letter', () => {
  const thanks = card('Help', { kind: 'recognise', actions: ['thank'] })
  const voice = card('Voice', { kind: 'unheard' })
  const reflect = card('Reflect', { kind: 'reflect', actions: ['reflect'] })

  it('is for the first card that needs its reader, else for the only one that words answer', () => {
    const needed = card('Kiln')
    assert.equal(cardOfPlainReply([voice, needed, card('Rota')]), needed)
    assert.equal(cardOfPlainReply([thanks, voice]), voice)
    assert.equal(cardOfPlainReply([voice, reflect]), undefined)
    assert.equal(cardOfPlainReply([thanks]), undefined)
  })

  it('is not called for by a prompt alone, of which no letter is made', () => {
    assert.equal(isWorthALetter([reflect]), false)
    assert.equal(isWorthALetter([reflect, voice]), true)
  })
})
