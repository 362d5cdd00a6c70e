import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { KnownPerson } from './known-people.ts'
import { applied, byAddress, byId, byName, codesOf, rowsOf } from './made-rows.ts'
import { planPeople } from './plan-people.ts'

test('rows of one person are one person, whose main seat is the one the others report to', () => {
  const plan = planPeople(
    rowsOf(
      {
        id: 'i',
        name: 'Ana Sol',
        addresses: ['interim@a.example'],
        title: 'Interim lead',
        manager: byId('a'),
      },
      { id: 'a', name: 'Ana Sol', addresses: ['ana@a.example'], title: 'Head' },
      { id: 'b', name: 'Bo Lind', manager: byAddress('interim@a.example') },
    ),
    [],
  )
  const [ana, bo] = plan.people
  assert.equal(plan.people.length, 2)
  assert.deepEqual([ana?.key, ana?.title, ana?.manager], ['a', 'Head', undefined])
  assert.deepEqual(ana?.addresses, ['ana@a.example', 'interim@a.example'])
  assert.deepEqual(bo?.manager, { key: 'a' })
  assert.deepEqual(
    plan.report.rows.map(({ outcome }) => outcome),
    ['further-seat', 'added', 'added'],
  )
  assert.ok(codesOf(plan).includes('2 further-seat'))
})

test('a name with the same manager in another position is one person, in the same position two', () => {
  const boss = { id: '1', name: 'Boss' }
  const seat = (id: string, title: string) => ({ id, name: 'Jo Roe', title, manager: byId('1') })
  const different = planPeople(rowsOf(boss, seat('2', 'Lead, Graph'), seat('3', 'Lead, Search')), [])
  assert.equal(different.people.length, 2)
  const same = planPeople(rowsOf(boss, seat('2', 'Engineer'), seat('3', 'Engineer')), [])
  assert.equal(same.people.length, 3)
  assert.ok(codesOf(same).includes('4 namesake'))
})

test('a shared address is one person, and different names on it are a warning', () => {
  const plan = planPeople(
    rowsOf(
      { name: 'Ana Sol', addresses: ['a@x.example'] },
      { name: 'Info Desk', addresses: ['a@x.example'] },
    ),
    [],
  )
  assert.equal(plan.people.length, 1)
  assert.ok(codesOf(plan).includes('3 address-shared'))
})

test('a reference given twice keeps both posts, and reports go to the first', () => {
  const plan = planPeople(
    rowsOf(
      { id: 'P', name: 'Ana Sol' },
      { id: 'P', name: 'Bo Lind' },
      { id: 'Q', name: 'Kim', manager: byId('P') },
      { id: 'Q', name: 'Kim', manager: byId('P') },
    ),
    [],
  )
  assert.deepEqual(
    plan.people.map(({ key }) => key),
    ['P', 'P#2', 'Q'],
  )
  assert.deepEqual(plan.people[2]?.manager, { key: 'P' })
  assert.ok(codesOf(plan).includes('3 duplicate-reference'))
  assert.ok(codesOf(plan).includes('5 repeated-row'))
  assert.equal(plan.report.counts.skipped, 1)
})

test('a post that nobody is named for keeps its place in the tree, inactive', () => {
  const plan = planPeople(
    rowsOf(
      { id: '1', name: 'Ana Sol' },
      { id: '2', name: "N/D'", title: 'Deputy', manager: byId('1') },
      { id: '3', name: '"Vacant"', title: 'Clerk', manager: byId('2') },
    ),
    [],
  )
  assert.deepEqual(
    plan.people.map(({ name, isActive }) => [name, isActive]),
    [
      ['Ana Sol', true],
      ['Undisclosed, Deputy', false],
      ['Vacant, Clerk', false],
    ],
  )
  assert.deepEqual(plan.people[2]?.manager, { key: '2' })
})

test('a circle is cut at the row that closes it, and only there', () => {
  const plan = planPeople(
    rowsOf(
      { id: 'a', name: 'Ana', manager: byId('b') },
      { id: 'b', name: 'Bo', manager: byId('c') },
      { id: 'c', name: 'Kim', manager: byId('a') },
      { id: 'd', name: 'Di', manager: byId('d') },
    ),
    [],
  )
  assert.deepEqual(
    plan.people.map(({ manager }) => manager && 'key' in manager && manager.key),
    ['b', 'c', undefined, undefined],
  )
  assert.deepEqual(codesOf(plan), ['4 circle', '5 manager-is-oneself'])
  assert.match(plan.report.lines[0]!.sentence, /Kim, Ana, Bo/)
})

test('a manager who is not there, or is several, is reported and puts nobody under the wrong person', () => {
  const plan = planPeople(
    rowsOf(
      { id: '1', name: 'Jo Roe', title: 'Clerk' },
      { id: '2', name: 'Jo Roe', title: 'Clerk' },
      { id: '3', name: 'Ana', manager: byName('Roe, Jo') },
      { id: '4', name: 'Bo', manager: byId('99') },
      { id: '5', name: 'Kim', manager: byId('0003') },
    ),
    [],
  )
  const codes = codesOf(plan)
  for (const code of ['4 manager-ambiguous', '5 manager-dangling', '6 manager-without-zeros']) {
    assert.ok(codes.includes(code), code)
  }
  assert.deepEqual(
    plan.people.slice(2).map(({ manager }) => manager),
    [undefined, undefined, { key: '3' }],
  )
})

test('a person without an address or a reference comes in all the same', () => {
  const plan = planPeople(rowsOf({ name: 'Ana Sol' }, { title: '' }), [])
  assert.equal(plan.people[0]?.key, 'name:ana sol')
  assert.deepEqual(codesOf(plan), ['3 nobody-named'])
})

test('a second import changes nothing, and says what a changed file changes', () => {
  const rows = rowsOf(
    { id: '1', name: 'Ana', addresses: ['ana@x.example'] },
    { id: '2', name: 'Bo', title: 'Clerk', manager: byId('1') },
    { id: '3', name: 'Kim', manager: byId('2') },
  )
  const network = applied(planPeople(rows, []))
  const again = planPeople(rows, network)
  assert.equal(again.report.counts.unchanged, 3)
  assert.deepEqual(
    again.people.flatMap(({ changedFields }) => changedFields),
    [],
  )

  const moved = planPeople(
    rowsOf(
      { id: '1', name: 'Ana', addresses: ['ana.sol@x.example'] },
      { id: '2', name: 'Bo', title: 'Head', manager: byId('1') },
      { id: '3', name: 'Kim', manager: byId('1') },
    ),
    network,
  )
  assert.deepEqual(
    moved.people.map(({ changedFields }) => changedFields),
    [['addresses'], ['title'], ['manager']],
  )
  assert.deepEqual(moved.people[0]?.addresses, ['ana.sol@x.example', 'ana@x.example'])
})

test('leavers are listed, and become inactive only when asked', () => {
  const network = applied(planPeople(rowsOf({ id: '1', name: 'Ana' }, { id: '2', name: 'Bo' }), []))
  const others = [{ id: 'm', name: 'Di of the mails', addresses: [], isActive: true }]
  const rows = rowsOf({ id: '1', name: 'Ana' })
  const listed = [{ id: 'id of 2', name: 'Bo', becomesInactive: false }]
  assert.deepEqual(planPeople(rows, [...network, ...others]).leavers, listed)
  assert.equal(planPeople(rows, network, { markLeavers: true }).leavers[0]?.becomesInactive, true)
})

test('a file that says nothing of managers or status leaves both as they are', () => {
  const network: KnownPerson[] = [
    { id: 'x', externalKey: '1', name: 'Ana', addresses: [], isActive: true },
    { id: 'y', externalKey: '2', name: 'Bo', addresses: [], isActive: false, managerId: 'x' },
  ]
  const plan = planPeople(rowsOf({ id: '1', name: 'Ana' }, { id: '2', name: 'Bo' }), network)
  assert.deepEqual(plan.people[1]?.manager, { key: '1' })
  assert.equal(plan.people[1]?.isActive, false)
  assert.equal(plan.report.counts.unchanged, 2)
  assert.ok(codesOf(plan).includes('3 stays-inactive'))
})

test('an author known from an archive is found by address or by a name nothing speaks against', () => {
  const network: KnownPerson[] = [
    { id: 'x', name: 'A. Sol', addresses: ['ana@x.example'], isActive: true },
    { id: 'y', name: 'Bo Lind', addresses: ['bo@y.example'], isActive: true },
    { id: 'z', name: 'Kim Aho', addresses: ['kim@z.example'], isActive: true },
  ]
  const plan = planPeople(
    rowsOf(
      { name: 'Ana Sol', addresses: ['ana@x.example'] },
      { id: '2', name: 'Lind, Bo' },
      { name: 'Kim Aho', addresses: ['kim@elsewhere.example'] },
    ),
    network,
  )
  assert.deepEqual(
    plan.people.map(({ existingId }) => existingId),
    ['x', 'y', undefined],
  )
})

test("an address that is somebody else's in the network stays theirs", () => {
  const network: KnownPerson[] = [
    { id: 'x', externalKey: '1', name: 'Ana', addresses: ['desk@x.example'], isActive: true },
  ]
  const rows = rowsOf({ id: '1', name: 'Ana' }, { id: '2', name: 'Bo', addresses: ['desk@x.example'] })
  const plan = planPeople(rows, network)
  assert.deepEqual(
    plan.people.map(({ addresses }) => addresses),
    [['desk@x.example'], []],
  )
  assert.ok(codesOf(plan).includes('3 address-taken'))
})

test('a circle through people whom the file does not name is cut as well', () => {
  const network: KnownPerson[] = [
    { id: 'x', externalKey: '1', name: 'Ana', addresses: [], isActive: true },
    { id: 'y', externalKey: '2', name: 'Bo', addresses: [], isActive: true, managerId: 'x' },
  ]
  const plan = planPeople(rowsOf({ id: '1', name: 'Ana', manager: byId('2') }), network)
  assert.equal(plan.people[0]?.manager, undefined)
  assert.deepEqual(codesOf(plan), ['2 circle'])
})
