import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotLanguages, whyNotTimeZone } from './profile.ts'

test('a time zone is one that calendars know', () => {
  assert.equal(whyNotTimeZone('Europe/Madrid'), undefined)
  assert.equal(whyNotTimeZone('UTC'), undefined)
  assert.match(whyNotTimeZone('Mars/Olympus')?.message ?? '', /"Mars\/Olympus" is no time zone/)
})

test('a language is a tag such as en', () => {
  assert.equal(whyNotLanguages(['en', 'pt-BR']), undefined)
  assert.equal(whyNotLanguages([]), undefined)
  assert.match(whyNotLanguages(['en', 'not one!'])?.message ?? '', /"not one!" is no language/)
})
