import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { readSettings } from '#platform/settings'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { enqueueLetter } from './enqueue-letter.ts'
import { hashOf, oneButtonLink } from './one-button.ts'
import { readSignedAddress, replyAddressFor, spaceAddressFor } from './signed-address.ts'

const foyer = await startFoyer()
const { db, clock } = foyer
const settings = readSettings({ MAIL_DOMAIN: 'talk.test', MAIL_LISTEN_PORT: '2525' }, '/')
const spaceId = await openSpace()
const postId = await post(spaceId)

async function openSpace(): Promise<SpaceId> {
  const executive = await foyer.as('executive')
  return must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
}

async function post(into: SpaceId): Promise<PostId> {
  const executive = await foyer.as('executive')
  return must(await executive.write(spaces.writePost, { spaceId: into, kind: 'note', body: 'Hello.' })).id
}

const letter = {
  uniqueKey: 'digest 1',
  personId: cast.executive.id,
  why: 'digest',
  subject: 'Two things\r\nBcc: everybody@else.test',
  text: 'Words.',
}

describe('a letter', () => {
  it('is written once under its key, however often it is tried', async () => {
    assert.equal(await enqueueLetter(db, letter, clock.now), true)
    assert.equal(await enqueueLetter(db, { ...letter, subject: 'Other words' }, clock.now), false)
    const found = await sql<{ subject: string }>`select subject from mail.letter`.execute(db)
    assert.deepEqual(found.rows, [{ subject: 'Two things Bcc: everybody@else.test' }])
  })

  it('is gone with the transaction that wrote it', async () => {
    const broken = db.transaction().execute(async (tx) => {
      await enqueueLetter(tx, { ...letter, uniqueKey: 'digest 2' }, clock.now)
      throw new Error('changed my mind')
    })
    await assert.rejects(broken, /changed my mind/)
    const found = await sql`select from mail.letter where unique_key = 'digest 2'`.execute(db)
    assert.equal(found.rows.length, 0)
  })

  it('has no header by which mail is carried, and none of two lines', async () => {
    for (const headers of [{ Bcc: 'a@b.test' }, { 'List-Id': 'a\r\nBcc: a@b.test' }, { To: 'x' }]) {
      await assert.rejects(enqueueLetter(db, { ...letter, uniqueKey: 'x', headers }, clock.now), /header/)
    }
  })
})

describe('a signed address', () => {
  it('is the same at every asking, and stands for one person and thread', async () => {
    const address = await replyAddressFor(db, settings, { personId: cast.executive.id, postId })
    assert.match(address ?? '', /^reply\+[0-9a-z]+\.[0-9a-f]{20}@talk\.test$/)
    assert.equal(await replyAddressFor(db, settings, { personId: cast.executive.id, postId }), address)
    const local = address?.split('@')[0] ?? ''
    const bound = { personId: cast.executive.id, postId, spaceId: undefined }
    assert.deepEqual(await readSignedAddress(db, local), bound)
    assert.deepEqual(await readSignedAddress(db, local.toUpperCase()), bound)
  })

  it('does not carry its signature over to another person, thread or space', async () => {
    const hers = await replyAddressFor(db, settings, { personId: cast.executive.id, postId })
    const his = await replyAddressFor(db, settings, { personId: cast.delegate.id, postId })
    const space = await spaceAddressFor(db, settings, { personId: cast.executive.id, spaceId })
    const parts = [hers, his, space].map((address) => address?.split('@')[0]?.split(/[+.]/) ?? [])
    for (const [verb, number] of parts)
      for (const [, otherNumber, signature] of parts)
        if (number !== otherNumber)
          assert.equal(await readSignedAddress(db, `${verb}+${number}.${signature}`), undefined)
  })

  it('cannot be made up, whatever is tried', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 70 }), async (tried) => {
        assert.equal(await readSignedAddress(db, tried), undefined)
        assert.equal(await readSignedAddress(db, `reply+1.${tried}`), undefined)
      }),
      { numRuns: 50 },
    )
  })

  it('is not given where mail cannot come in', async () => {
    const closed = readSettings({ MAIL_DOMAIN: 'talk.test' }, '/')
    assert.equal(await replyAddressFor(db, closed, { personId: cast.executive.id, postId }), undefined)
    const nowhere = readSettings({ MAIL_LISTEN_PORT: '2525' }, '/')
    assert.equal(await replyAddressFor(db, nowhere, { personId: cast.executive.id, postId }), undefined)
  })
})

describe('a link with one button', () => {
  it('is kept as a hash alone', async () => {
    const expiresAt = clock.now.add({ hours: 1 })
    const wanted = { personId: cast.executive.id, act: 'notices/stop-digest', expiresAt }
    const link = await oneButtonLink(db, settings, wanted)
    const token = link.split('/act/')[1] ?? ''
    assert.ok(token.length >= 32)
    const kept = await sql<{ row: string }>`select o::text as row from mail.one_button o`.execute(db)
    assert.equal(kept.rows.length, 1)
    assert.ok(!kept.rows[0]?.row.includes(token) && kept.rows[0]?.row.includes(hashOf(token)))
  })
})
