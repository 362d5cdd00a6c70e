import assert from 'node:assert/strict'
import { it } from 'node:test'
import { mentionedIn, mentionOf } from './words.ts'

const id = '00000000-0000-7000-8000-000000000001'

it('finds everybody mentioned, each once', () => {
  const mention = mentionOf({ id, name: 'Ingrid [CEO] Solheim' })
  assert.deepEqual(mentionedIn(`Hello ${mention}, and again ${mention}`), [id])
})

it('mentions nobody by an address or a broken link', () => {
  assert.deepEqual(mentionedIn('mail ingrid@foyer.test, @Ingrid or @[Ingrid](person:1)'), [])
})
