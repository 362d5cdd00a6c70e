import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { TreeLevel, TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { type Branch, growTree, type Known } from './tree-branches.ts'

function node(id: string, managerId: string | null, rest: Partial<TreeNode> = {}): TreeNode {
  const nothing = { title: null, unit: null, location: null, isActive: true, guestOf: null, reportCount: 0 }
  return { id: id as PersonId, managerId: managerId as PersonId | null, name: id, ...nothing, ...rest }
}

function known(tops: TreeNode[], levels: TreeLevel[] = [], pinned: TreeNode[] = []): Known {
  return { tops, pinned, levels: new Map(levels.map((level) => [level.manager.id, level])) }
}

/** Names with those below in parentheses. */
function drawn(branches: readonly Branch[]): string {
  return branches
    .map((each) => [
      each.node.name,
      each.isOpen
        ? `(${drawn(each.branches)}${'.'.repeat(each.waiting)}${each.more > 0 ? `+${each.more}` : ''})`
        : '',
    ])
    .map((parts) => parts.join(''))
    .join(' ')
}

function grown(given: Known, open: string[]): string {
  return drawn(growTree(given, new Set(open as PersonId[])))
}

const ada = node('ada', null, { reportCount: 2 })
const ben = node('ben', 'ada', { reportCount: 1 })
const cal = node('cal', 'ada')
const dee = node('dee', 'ben')
const adas: TreeLevel = { manager: ada, reports: [ben, cal], nextCursor: null }
const bens: TreeLevel = { manager: ben, reports: [dee], nextCursor: null }

it('shows the reports of those who are unfolded, and of nobody else', () => {
  const all = known([ada], [adas, bens])
  assert.equal(grown(all, []), 'ada')
  assert.equal(grown(all, ['ada']), 'ada(ben cal)')
  assert.equal(grown(all, ['ada', 'ben']), 'ada(ben(dee) cal)')
  assert.equal(grown(all, ['ben']), 'ada')
})

it('holds a place for each of the reports on their way, as far as they will be shown', () => {
  assert.equal(grown(known([ada]), ['ada']), 'ada(..)')
  assert.equal(grown(known([node('wide', null, { reportCount: 200 })]), ['wide']), `wide(${'.'.repeat(20)})`)
})

it('folds the rest of a wide level, and shows whoever is asked for beyond its first page', () => {
  const wide = node('wide', null, { reportCount: 200 })
  const reports = Array.from({ length: 2 }, (_, number) => node(`r${number}`, 'wide'))
  const level: TreeLevel = { manager: wide, reports, nextCursor: 'next' }
  assert.equal(grown(known([wide], [level]), ['wide']), 'wide(r0 r1+198)')
  const asked = node('r150', 'wide')
  assert.equal(grown(known([wide], [level], [wide, asked]), ['wide']), 'wide(r0 r1 r150+197)')
})

it('shows whoever is unfolded beyond the first page of their level', () => {
  const wide = node('wide', null, { reportCount: 200 })
  const far = node('far', 'wide', { reportCount: 1 })
  const levels: TreeLevel[] = [
    { manager: wide, reports: [node('r0', 'wide')], nextCursor: 'next' },
    { manager: far, reports: [node('below', 'far')], nextCursor: null },
  ]
  assert.equal(grown(known([wide], levels), ['wide', 'far']), 'wide(r0 far(below)+198)')
})

it('shows a manager who left where the line of a person leads through them', () => {
  const left = node('left', 'ada', { isActive: false, reportCount: 1 })
  const kim = node('kim', 'left')
  const levels: TreeLevel[] = [adas, { manager: left, reports: [kim], nextCursor: null }]
  assert.equal(grown(known([ada], levels, [ada, left, kim]), ['ada', 'left']), 'ada(ben cal left(kim))')
})

it('shows somebody who stands in no tree alone', () => {
  assert.equal(grown(known([ada], [], [node('eve', null)]), []), 'ada eve')
})

it('ends in a chart that leads round in a circle', () => {
  const one = node('one', 'two', { reportCount: 1 })
  const two = node('two', 'one', { reportCount: 1 })
  const levels: TreeLevel[] = [
    { manager: one, reports: [two], nextCursor: null },
    { manager: two, reports: [one], nextCursor: null },
  ]
  assert.equal(grown(known([], levels, [two, one]), ['one', 'two']), 'two(one(two))')
})
