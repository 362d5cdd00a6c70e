import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import type { TreeNode } from '#contract/people'
import type { Branch } from './tree-branches.ts'
import { everybodyIn, layOutTree } from './tree-layout.ts'

function branch(id: string, rest: Partial<Branch> = {}): Branch {
  return { node: { id } as TreeNode, isOpen: true, branches: [], waiting: 0, more: 0, ...rest }
}

function placesOf(roots: readonly Branch[]): [string, number, number][] {
  return everybodyIn(layOutTree(roots).roots).map(({ branch: { node }, column, row }) => [
    node.id,
    column,
    row,
  ])
}

it('puts a manager on the row of the first report, one column before them', () => {
  const roots = [
    branch('a', { branches: [branch('b'), branch('c', { branches: [branch('d')] }), branch('e')] }),
  ]
  assert.deepEqual(placesOf(roots), [
    ['a', 0, 0],
    ['b', 1, 0],
    ['c', 1, 1],
    ['d', 2, 1],
    ['e', 1, 2],
  ])
  const { rows, columns } = layOutTree(roots)
  assert.deepEqual({ rows, columns }, { rows: 3, columns: 3 })
})

it('gives the folded rest of a wide level a place of its own', () => {
  const { roots, rows } = layOutTree([branch('a', { branches: [branch('b')], more: 180 }), branch('c')])
  assert.deepEqual(roots[0]?.fold, { column: 1, row: 1 })
  assert.deepEqual([roots[1]?.row, rows], [2, 3])
})

it('holds the places of those on their way, so that nobody moves when they arrive', () => {
  const before = layOutTree([branch('a', { waiting: 2 }), branch('d')])
  const after = layOutTree([branch('a', { branches: [branch('b'), branch('c')] }), branch('d')])
  assert.equal(before.roots[1]?.row, after.roots[1]?.row)
  assert.equal(before.rows, after.rows)
})

it('lets nobody stand on anybody else', () => {
  const { tree } = fc.letrec<{ tree: Branch; below: Branch[] }>((tie) => ({
    below: fc.oneof({ maxDepth: 4 }, fc.constant<Branch[]>([]), fc.array(tie('tree'), { maxLength: 4 })),
    tree: fc
      .record({
        id: fc.uuid(),
        branches: tie('below'),
        waiting: fc.nat({ max: 3 }),
        more: fc.nat({ max: 2 }),
      })
      .map(({ id, ...rest }) => branch(id, rest)),
  }))
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 4 }), (roots) => {
      const placed = everybodyIn(layOutTree(roots).roots)
      const places = placed.flatMap((each) => [each, ...each.waiting, ...(each.fold ? [each.fold] : [])])
      assert.equal(new Set(places.map(({ column, row }) => `${column}:${row}`)).size, places.length)
    }),
  )
})
