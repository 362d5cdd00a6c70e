import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { PersonId } from '#contract/ref'
import { conversationIdOf, conversationName } from './archived-spaces.ts'

it('names a conversation after two of its people, and counts the rest only where it saves words', () => {
  assert.equal(conversationName([]), 'Nobody')
  assert.equal(conversationName(['Ana']), 'Ana')
  assert.equal(conversationName(['Ana', 'Ben']), 'Ana and Ben')
  assert.equal(conversationName(['Ana', 'Ben', 'Cleo']), 'Ana, Ben and Cleo')
  assert.equal(conversationName(['Ana', 'Ben', 'Cleo', 'Dan', 'Eva']), 'Ana, Ben and 3 others')
})

it('is one conversation among the same people, in whatever order and however often they are named', () => {
  const [ana, ben, cleo] = ['1', '2', '3'] as unknown as [PersonId, PersonId, PersonId]
  assert.equal(conversationIdOf([ana, ben]), conversationIdOf([ben, ana, ben]))
  assert.notEqual(conversationIdOf([ana, ben]), conversationIdOf([ana, ben, cleo]))
})
