import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe, it } from 'node:test'
import { plainDoor, roomFurniture } from '../tidy/furniture.ts'
import { kebabCase, wordlessPath } from '../tidy/names.ts'
import { toSource } from '../tidy/source.ts'
import { makeMigration, whyNotMigration } from './new-migration.ts'
import { makeRoom, whyNotRoom } from './new-room.ts'

const folder = mkdtempSync(join(tmpdir(), 'foyer-new-room-'))
let root = folder

beforeEach(() => {
  root = mkdtempSync(join(folder, 'house-'))
  mkdirSync(join(root, 'server/migrations'), { recursive: true })
  writeFileSync(join(root, 'server/migrations/0041_spaces.sql'), '')
})
after(() => rmSync(folder, { recursive: true }))

describe('a made room', () => {
  it('keeps the rules of the house', () => {
    const made = makeRoom(root, 'decisions')
    assert.deepEqual(roomFurniture(made), [])
    assert.deepEqual(made.map(kebabCase).filter(Boolean), [])
    assert.deepEqual(made.map(wordlessPath).filter(Boolean), [])
    for (const path of made.filter((each) => each.endsWith('.ts'))) {
      assert.deepEqual(plainDoor(toSource(path, readFileSync(join(root, path), 'utf8'))), [])
    }
  })

  it('has its schema in the next migration', () => {
    assert.ok(makeRoom(root, 'decisions').includes('server/migrations/0042_decisions.sql'))
    assert.match(
      readFileSync(join(root, 'server/migrations/0042_decisions.sql'), 'utf8'),
      /create schema decisions;/,
    )
  })

  it('is never made over another', () => {
    makeRoom(root, 'decisions')
    assert.match(whyNotRoom(root, 'decisions') ?? '', /exists already/)
    assert.throws(() => makeRoom(root, 'decisions'), { code: 'EEXIST' })
  })
})

describe('a room is refused with a sentence', () => {
  const refused = {
    Decisions: /small letters/,
    '../etc': /small letters/,
    'post-utils': /names nothing/,
    garden: /no floor/,
  }
  for (const [name, sentence] of Object.entries(refused)) {
    it(`when it is called ${name}`, () => assert.match(whyNotRoom(root, name) ?? '', sentence))
  }
})

describe('a migration', () => {
  it('takes the next number', () => {
    assert.equal(makeMigration(root, { name: 'reviews', text: '' }), 'server/migrations/0042_reviews.sql')
    assert.equal(makeMigration(root, { name: 'reviews', text: '' }), 'server/migrations/0043_reviews.sql')
  })

  it('is refused when its name is no plain word', () => {
    for (const name of ['', 'Reviews', 'a__b', '../a', '1st']) assert.ok(whyNotMigration(name))
    assert.equal(whyNotMigration('decision_reviews_2'), undefined)
  })
})
