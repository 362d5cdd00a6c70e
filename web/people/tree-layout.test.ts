import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { everybodyIn, layOutTree } from './tree-layout.ts'

function node(id: number, managerId: number | undefined): TreeNode {
  const name = `person ${id}`
  return {
    id: String(id) as PersonId,
    managerId: managerId === undefined ? null : (String(managerId) as PersonId),
    name,
    title: null,
    unit: null,
    location: null,
    isActive: true,
    reportCount: 0,
    depth: 0,
  }
}

it('puts a manager on the row of the first report, one column before them', () => {
  const { roots, rows, columns } = layOutTree(
    [node(0, undefined), node(1, 0), node(2, 0), node(3, 0), node(4, 2)],
    new Set(['0', '2']),
  )
  assert.deepEqual({ rows, columns }, { rows: 3, columns: 3 })
  assert.deepEqual(
    everybodyIn(roots).map(({ node: { id }, column, row }) => [id, column, row]),
    [
      ['0', 0, 0],
      ['1', 1, 0],
      ['2', 1, 1],
      ['4', 2, 1],
      ['3', 1, 2],
    ],
  )
})

it('shows nobody below a person who is closed', () => {
  const { roots } = layOutTree([node(0, undefined), node(1, 0)], new Set())
  assert.equal(everybodyIn(roots).length, 1)
})

it('begins a tree of its own at somebody whose manager is not in the picture', () => {
  const { roots } = layOutTree([node(5, 9), node(6, 5)], new Set(['5']))
  assert.deepEqual(
    roots.map(({ node: { id }, reports }) => [id, reports.length]),
    [['5', 1]],
  )
})

it('lets nobody stand on anybody else, whatever is open', () => {
  const trees = fc
    .array(fc.nat(), { maxLength: 60 })
    .map((numbers) => [
      node(0, undefined),
      ...numbers.map((number, index) => node(index + 1, number % (index + 1))),
    ])
  fc.assert(
    fc.property(trees, fc.func(fc.boolean()), (nodes, isOpen) => {
      const open = new Set(nodes.filter(({ id }) => isOpen(id)).map(({ id }) => id as string))
      const placed = everybodyIn(layOutTree(nodes, open).roots)
      const places = new Set(placed.map(({ column, row }) => `${column}:${row}`))
      assert.equal(places.size, placed.length)
    }),
  )
})
