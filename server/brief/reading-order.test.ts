import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { CardKind } from '#contract/brief'
import { inReadingOrder } from './reading-order.ts'

function cards(...list: [CardKind, number][]): { key: string; kind: CardKind; worth: number }[] {
  return list.map(([kind, worth]) => ({ key: `${kind} ${worth}`, kind, worth }))
}

function read(...list: [CardKind, number][]): string[] {
  return inReadingOrder(cards(...list)).map(({ key }) => key)
}

it('opens with what needs you most, and closes with thanks and then reflection', () => {
  const order = read(
    ['reflect', 1],
    ['recognise', 2],
    ['reactions', 9],
    ['steer', 3],
    ['needs-you', 4],
    ['needs-you', 8],
  )
  assert.deepEqual(order, [
    'needs-you 8',
    'needs-you 4',
    'steer 3',
    'reactions 9',
    'recognise 2',
    'reflect 1',
  ])
})

it('lets you hear an unheard voice second, and the others spread over the brief', () => {
  const order = read(
    ['unheard', 1],
    ['unheard', 5],
    ['needs-you', 4],
    ['needs-you', 3],
    ['steer', 2],
    ['steer', 1],
    ['reflect', 1],
  )
  assert.deepEqual(order, [
    'needs-you 4',
    'unheard 5',
    'needs-you 3',
    'steer 2',
    'unheard 1',
    'steer 1',
    'reflect 1',
  ])
})

it('loses no voice when there is little or nothing else', () => {
  assert.deepEqual(read(['recognise', 9], ['unheard', 1], ['unheard', 2]), [
    'unheard 2',
    'unheard 1',
    'recognise 9',
  ])
  assert.deepEqual(read(['unheard', 1], ['unheard', 2], ['unheard', 3], ['needs-you', 1]), [
    'needs-you 1',
    'unheard 3',
    'unheard 2',
    'unheard 1',
  ])
})

it('keeps one order for cards of equal worth', () => {
  const twins = [
    { key: 'b', kind: 'steer' as const, worth: 1 },
    { key: 'a', kind: 'steer' as const, worth: 1 },
  ]
  assert.deepEqual(inReadingOrder(twins), inReadingOrder(twins.toReversed()))
})
