import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#contract/ref'
import { whyNotRoles, whyNotStopAdministering } from './roles.ts'

const ada = 'ada' as PersonId
const bob = 'bob' as PersonId

test('a guest has no other role', () => {
  assert.equal(whyNotRoles(['guest', 'steward'])?.code, 'guest-is-outside')
  assert.equal(whyNotRoles(['guest']), undefined)
  assert.equal(whyNotRoles([]), undefined)
  assert.equal(whyNotRoles(['executive', 'administrator']), undefined)
})

test('the last administrator stays one', () => {
  assert.equal(whyNotStopAdministering(ada, [ada])?.code, 'last-administrator')
  assert.equal(whyNotStopAdministering(ada, [ada, bob]), undefined)
  assert.equal(whyNotStopAdministering(bob, [ada]), undefined)
})
