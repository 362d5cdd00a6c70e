import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { documentWords, inLanguage } from './document-parts.ts'

const read = (file: string) => readFileSync(join(import.meta.dirname, '../web', file), 'utf8')
const [html, manifest] = [read('index.html'), read('public/manifest.webmanifest')]

test('the document tells its language, and says what it says in it', () => {
  const document = inLanguage(html, 'de', { 'Foyer needs JavaScript.': 'Foyer braucht JavaScript.' })
  assert.match(document, /<html lang="de" dir="ltr">/)
  assert.match(document, /<noscript>Foyer braucht JavaScript\.<\/noscript>/)
})

test('so does the manifest, whatever the words hold', () => {
  const said = JSON.parse(inLanguage(manifest, 'fr', { 'Your brief': 'Le "vôtre" $&' }))
  assert.equal(said.shortcuts[0].name, 'Le vôtre $')
  assert.equal(said.description, 'The room that everyone in the organisation crosses.')
})

test('all that is translated stands in one of the two', () => {
  assert.deepEqual(
    documentWords.filter((words) => !(html + manifest).includes(words)),
    [],
  )
})
