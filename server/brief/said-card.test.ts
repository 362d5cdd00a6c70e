import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sentence, writtenDown } from '#platform/say'
import type { PlannedCard } from './planned-card.ts'
import { saidCard } from './said-card.ts'

const card: PlannedCard = {
  key: 'said:1',
  kind: 'unheard',
  ...{ saidId: null, postId: null, replyId: null, seconds: 30, prompt: null, actions: [] },
  headline: writtenDown(sentence('A voice you seldom hear')),
  line: '{braces} and <b>marks</b> of somebody’s own',
  facts: [writtenDown(sentence('Touches your purpose: {purpose}', { purpose: '{n} scrap on <line> 3' }))],
  terms: [],
}

test('what a plan keeps is said with its values, and the words of people stay as they are', () => {
  const said = saidCard(card, 'en')
  assert.equal(said.headline, 'A voice you seldom hear')
  assert.deepEqual(said.facts, ['Touches your purpose: {n} scrap on <line> 3'])
  assert.equal(said.line, card.line)
})

test('a plan of before there were languages is shown as it was kept', () => {
  const facts = [
    'Said 3 days ago',
    'You have not heard {odd} <name> before',
    'Touches your purpose: what’s {n',
  ]
  for (const language of ['en', 'ja'] as const) {
    assert.deepEqual(saidCard({ ...card, facts }, language).facts, facts)
  }
})
