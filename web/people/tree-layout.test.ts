import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { TreeNode } from '#contract/people'
import type { PersonId } from '#contract/ref'
import { layOutTree } from './tree-layout.ts'

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

it('puts a manager between the first and the last report, one column before them', () => {
  const { placed, rows } = layOutTree(
    [node(0, undefined), node(1, 0), node(2, 0), node(3, 0)],
    new Set(['0']),
  )
  assert.equal(rows, 3)
  assert.deepEqual(
    placed.map(({ column, row }) => [column, row]),
    [
      [0, 1],
      [1, 0],
      [1, 1],
      [1, 2],
    ],
  )
})

it('shows nobody below a person who is closed', () => {
  assert.equal(layOutTree([node(0, undefined), node(1, 0)], new Set()).placed.length, 1)
})

it('lets nobody stand on anybody else, whatever is open', () => {
  const trees = fc.array(fc.nat(), { maxLength: 60 }).map((numbers) => {
    const nodes = [
      node(0, undefined),
      ...numbers.map((number, index) => node(index + 1, number % (index + 1))),
    ]
    return nodes
  })
  fc.assert(
    fc.property(trees, fc.func(fc.boolean()), (nodes, isOpen) => {
      const open = new Set(nodes.filter(({ id }) => isOpen(id)).map(({ id }) => id as string))
      const { placed } = layOutTree(nodes, open)
      const places = new Set(placed.map(({ column, row }) => `${column}:${row}`))
      assert.equal(places.size, placed.length)
    }),
  )
})
