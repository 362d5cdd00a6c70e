import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  depthOf,
  distance,
  linesUnder,
  pathBetween,
  type ReportingTree,
  stepsUpOf,
} from './reporting-tree.ts'

//        ada              zoe
//       /   \
//    ben     cal
//    /         \
//  dee         eli
const tree: ReportingTree<string> = new Map([
  ['dee', 'ben'],
  ['ben', 'ada'],
  ['ada', undefined],
  ['cal', 'ada'],
  ['eli', 'cal'],
  ['zoe', undefined],
])

test('the distance goes up to the nearest common manager and down again', () => {
  assert.equal(distance(tree, 'dee', 'eli'), 4)
  assert.equal(distance(tree, 'dee', 'ada'), 2)
  assert.equal(distance(tree, 'dee', 'dee'), 0)
  assert.deepEqual(pathBetween(tree, 'dee', 'eli'), ['dee', 'ben', 'ada', 'cal', 'eli'])
  assert.deepEqual(pathBetween(tree, 'ada', 'dee'), ['ada', 'ben', 'dee'])
})

test('a path leads up to the nearest common manager first, and down from there', () => {
  const stepsUp = (path: string[]) => stepsUpOf(tree, path)
  assert.equal(stepsUp(['dee', 'ben', 'ada', 'cal', 'eli']), 2)
  assert.equal(stepsUp(['ada', 'ben', 'dee']), 0)
  assert.equal(stepsUp(['dee', 'ben', 'ada']), 2)
  assert.equal(stepsUp(['dee']), 0)
})

test('people of different trees, or of none, have no distance', () => {
  assert.equal(distance(tree, 'dee', 'zoe'), undefined)
  assert.equal(pathBetween(tree, 'dee', 'nobody'), undefined)
  assert.equal(depthOf(tree, 'nobody'), undefined)
})

test('depth counts from the top, and a manager outside the map counts as none', () => {
  assert.equal(depthOf(tree, 'ada'), 0)
  assert.equal(depthOf(tree, 'eli'), 2)
  assert.equal(depthOf(new Map([['kim', 'somebody outside']]), 'kim'), 0)
})

test('the lines under someone hold everybody below and not the person', () => {
  assert.deepEqual([...linesUnder(tree, 'ada')].sort(), ['ben', 'cal', 'dee', 'eli'])
  assert.deepEqual([...linesUnder(tree, 'eli')], [])
})

// Each person reports to an earlier one or to nobody, so this is a forest whatever the numbers are.
const forests = fc
  .array(fc.option(fc.nat(), { nil: undefined }), { minLength: 1, maxLength: 40 })
  .map((managers) =>
    toTree(managers.map((manager, row) => (manager === undefined || row === 0 ? undefined : manager % row))),
  )

// Anybody may report to anybody, themselves included, so circles abound.
const tangles = fc
  .array(fc.option(fc.nat({ max: 11 }), { nil: undefined }), { minLength: 1, maxLength: 12 })
  .map(toTree)

function toTree(managers: (number | undefined)[]): ReportingTree<string> {
  return new Map(
    managers.map((manager, row) => [`${row}`, manager === undefined ? undefined : `${manager}`] as const),
  )
}

function pick(given: ReportingTree<string>, number: number): string {
  return [...given.keys()][number % given.size]!
}

test('in every forest the distance is a metric, and the path is as long as the distance', () => {
  fc.assert(
    fc.property(forests, fc.tuple(fc.nat(), fc.nat(), fc.nat()), (forest, [first, second, third]) => {
      const [a, b, c] = [pick(forest, first), pick(forest, second), pick(forest, third)]
      const ab = distance(forest, a, b)
      assert.equal(ab, distance(forest, b, a))
      assert.equal(ab === 0, a === b)
      const ac = distance(forest, a, c)
      const cb = distance(forest, c, b)
      if (ac !== undefined && cb !== undefined) assert.ok(ab !== undefined && ab <= ac + cb)

      const path = pathBetween(forest, a, b)
      assert.equal(path && path.length - 1, ab)
      for (const [step, person] of (path ?? []).slice(1).entries()) {
        const before = path![step]!
        assert.ok(forest.get(before) === person || forest.get(person) === before)
      }
    }),
  )
})

test('in every forest someone is in the lines under exactly those above them', () => {
  fc.assert(
    fc.property(forests, fc.nat(), (forest, number) => {
      const person = pick(forest, number)
      const above = [...forest.keys()].filter((other) => linesUnder(forest, other).has(person))
      assert.equal(above.length, depthOf(forest, person))
    }),
  )
})

test('circles end every walk, and both ways remain equally far', () => {
  fc.assert(
    fc.property(tangles, fc.nat(), fc.nat(), (tangle, first, second) => {
      const [a, b] = [pick(tangle, first), pick(tangle, second)]
      assert.equal(distance(tangle, a, b), distance(tangle, b, a))
      assert.ok(!linesUnder(tangle, a).has(a))
      assert.ok(depthOf(tangle, a)! < tangle.size)
    }),
  )
})
