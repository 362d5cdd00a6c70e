import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { KnownPerson } from './known-people.ts'
import { applied, byAddress, byId, byName, rowsOf } from './made-rows.ts'
import { planPeople } from './plan-people.ts'

const names = fc.constantFrom('Ana Sol', 'Bo Lind', 'Kim', 'N/D', '')
const ids = fc.option(fc.nat({ max: 12 }).map(String), { nil: undefined })
const address = fc.nat({ max: 12 }).map((number) => `p${number}@x.example`)
const mention = fc.oneof(
  fc.nat({ max: 12 }).map((number) => byId(`${number}`)),
  address.map(byAddress),
  names.map(byName),
)
const manyRows = fc
  .array(
    fc.record({
      id: ids,
      name: names,
      addresses: fc.array(address, { maxLength: 2 }),
      title: fc.option(fc.constantFrom('Head', 'Clerk'), { nil: undefined }),
      manager: fc.option(mention, { nil: undefined }),
      isActive: fc.option(fc.boolean(), { nil: undefined }),
    }),
    { maxLength: 25 },
  )
  .map((said) => rowsOf(...said))

test('whatever the rows say: managers form a forest, every row counts once, and no key or address is given twice', () => {
  fc.assert(
    fc.property(manyRows, manyRows, (first, second) => {
      const before = planPeople(first, [])
      const network = applied(before)
      for (const [rows, plan] of [
        [first, before],
        [second, planPeople(second, network)],
      ] as const) {
        assertForest([
          ...network.filter(({ id }) => !plan.people.some((p) => p.existingId === id)),
          ...applied(plan, 'later'),
        ])
        assert.deepEqual(
          plan.report.rows.map(({ row }) => row),
          rows.map(({ row }) => row),
        )
        assertUnique(plan.people.map(({ key }) => key))
        assertUnique(plan.people.flatMap(({ existingId }) => existingId ?? []))
        assertUnique(plan.people.flatMap(({ addresses }) => addresses))
      }
    }),
  )
})

test('importing any file twice changes nothing the second time', () => {
  fc.assert(
    fc.property(manyRows, (rows) => {
      const plan = planPeople(rows, [])
      const { counts } = planPeople(rows, applied(plan)).report
      assert.deepEqual([counts.added, counts.changed, counts.leavers], [0, 0, 0])
    }),
  )
})

function assertForest(people: KnownPerson[]): void {
  const managers = new Map(people.map(({ id, managerId }) => [id, managerId]))
  for (const start of managers.keys()) {
    let steps = 0
    for (let next = managers.get(start); next !== undefined; next = managers.get(next)) {
      assert.ok(managers.has(next), `${next} exists`)
      steps += 1
      assert.ok(steps <= managers.size, 'no circle')
    }
  }
}

function assertUnique(words: string[]): void {
  assert.equal(new Set(words).size, words.length)
}
