import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareNames, parseName, shownName, spelledName, spells, uprightName } from './person-names.ts'

function likeness(a: string, b: string): string {
  return compareNames(parseName(a)!, parseName(b)!)
}

test('one name in its usual forms is the same name', () => {
  for (const other of [
    'Doe, Jane',
    'Jane M. Doe',
    'Doe, Jane M. (Legal)',
    'JANE DOE',
    'Dr. Jane Doe',
    'Jané Doe',
  ]) {
    assert.equal(likeness('Jane Doe', other), 'same', other)
  }
  assert.equal(likeness('Ken Lee', 'J. Kenneth Lee'), 'same')
  assert.equal(likeness('Bill Williams III', 'Williams III, William'), 'same')
})

test('another middle name, generation or given name is another person', () => {
  assert.equal(likeness('Jane M Doe', 'Jane K Doe'), 'different')
  assert.equal(likeness('John Doe Jr', 'John Doe Sr'), 'different')
  assert.equal(likeness('Jane Doe', 'John Doe'), 'different')
  assert.equal(likeness('Christopher Doe', 'Christine Doe'), 'different')
})

test('an initial fits a name without being it', () => {
  assert.equal(likeness('J Doe', 'Jane Doe'), 'initial')
  assert.equal(likeness('K Doe', 'Jane Doe'), 'different')
})

test('offices, lists and machines have no name of a person', () => {
  for (const text of ['Office of the Chairman', 'Sales Team', 'Doe', 'jane@acme.com', 'Agent 007', '']) {
    assert.equal(parseName(text), undefined, text)
  }
})

test('an address spells a name with dots or underscores, and none with a number', () => {
  assert.deepEqual(spelledName('jane_m_doe@acme.com'), {
    given: 'jane',
    middle: 'm',
    family: 'doe',
    suffix: undefined,
  })
  for (const address of ['jane.doe2@acme.com', 'jdoe@acme.com', 'k..doe@acme.com', 'sales@acme.com']) {
    assert.equal(spelledName(address), undefined, address)
  }
})

test('an address is built from a name in the usual ways only', () => {
  const name = parseName('Jane M Doe')!
  for (const local of ['jane.doe', 'jdoe', 'doej', 'jmdoe', 'doe_jane'])
    assert.ok(spells(`${local}@x.org`, name), local)
  for (const local of ['doe', 'jane', 'jdoe77', 'kdoe']) assert.ok(!spells(`${local}@x.org`, name), local)
})

test('names are shown upright and with capitals', () => {
  assert.equal(uprightName('Doe, Jane M. (Legal)'), 'Jane M. Doe')
  assert.equal(uprightName('jane doe'), 'Jane Doe')
  assert.equal(shownName("jane.o'neil@acme.com"), "Jane O'Neil")
  assert.equal(shownName('jdoe@acme.com'), 'jdoe')
})
