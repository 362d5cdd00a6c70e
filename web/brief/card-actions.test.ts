import assert from 'node:assert/strict'
import { test } from 'node:test'
import { CardAction } from '#contract/brief'
import { ACTIONS, placedActions } from './card-actions.ts'

test('every action has a key of its own', () => {
  const keys = Object.values(ACTIONS).map((look) => look.key)
  assert.equal(new Set(keys).size, CardAction.options.length)
})

test('answering is the green button, except where somebody is to be thanked or a draft waits', () => {
  const green = (card: Parameters<typeof placedActions>[0]) =>
    placedActions(card)
      .filter(({ kind }) => kind === 'go')
      .map(({ action }) => action)
  assert.deepEqual(green({ kind: 'unheard', actions: ['thank', 'later', 'answer'] }), ['answer'])
  assert.deepEqual(green({ kind: 'recognise', actions: ['answer', 'thank'] }), ['thank'])
  assert.deepEqual(green({ kind: 'reflect', actions: ['later', 'reflect'] }), ['reflect'])
  assert.deepEqual(green({ kind: 'unheard', actions: ['read'] }), ['read'])
  assert.deepEqual(green({ kind: 'needs-you', actions: ['answer'], leadsElsewhere: true }), [])
})

test('one may always go on to the next card', () => {
  assert.deepEqual(
    placedActions({ kind: 'unheard', actions: [] }).map(({ action }) => action),
    ['read'],
  )
})

test('the green button comes first and no action gets lost', () => {
  const placed = placedActions({
    kind: 'recognise',
    actions: [...CardAction.options],
  })
  assert.equal(placed[0]?.kind, 'go')
  assert.deepEqual(placed.map(({ action }) => action).sort(), [...CardAction.options].sort())
})
