import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import type { PersonId, PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import type { ArchiveRecord } from './archive.ts'
import { bringIn, person, skipped, space, words } from './made-archive.ts'
import { Merges } from './merges.ts'

const foyer = await startFoyer()
const { db } = foyer
const ingrid = person('ingrid', { name: 'I. Solheim', addresses: [cast.executive.address] })
const daniel = person('daniel', { name: 'D. Reyes', addresses: [cast.delegate.address] })
const wren = person('wren', { name: 'Wren Adler', addresses: ['wren@elsewhere.test'] })

async function countOf(table: string): Promise<number> {
  const found = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)
  return found.rows[0]?.count ?? 0
}

async function threadOf(title: string) {
  type Row = { id: PostId; replyCount: number; lastAt: Temporal.Instant; lastAuthorId: PersonId | null }
  const found = await sql<Row>`
    select t.post_id as id, t.reply_count as "replyCount", t.last_at as "lastAt", t.last_author_id as "lastAuthorId"
    from spaces.thread t join spaces.post p on p.id = t.post_id where p.title = ${title}`.execute(db)
  assert.equal(found.rows.length, 1)
  return found.rows[0]!
}

describe('an archive that comes in', () => {
  it('lets a private conversation exist for those in it alone', async () => {
    await bringIn(db, [
      ...[ingrid, daniel],
      space('secret', ['ingrid', 'daniel']),
      words('s1', 1, {
        spaceKey: 'secret',
        authorKey: 'daniel',
        title: 'Quillwort',
        body: 'About the *quillwort* plan',
      }),
      words('s2', 2, {
        spaceKey: 'secret',
        authorKey: 'ingrid',
        threadKey: 's1',
        body: 'The quillwort stays',
      }),
    ])
    const { id } = await threadOf('Quillwort')
    const executive = await foyer.as('executive')
    const seen = await executive.read(spaces.getThread, { postId: id })
    assert.equal(seen.body.post.space.name, 'Daniel Reyes and Ingrid Solheim')
    assert.equal((await executive.read(spaces.search, { query: 'quillwort' })).body.items.length, 2)
    for (const who of ['outsider', 'administrator', 'guest', 'steward'] as const) {
      const other = await foyer.as(who)
      assert.equal((await other.read(spaces.getThread, { postId: id })).status, 404)
      assert.equal((await other.read(spaces.getSpace, { id: seen.body.post.space.id })).status, 404)
      assert.deepEqual((await other.read(spaces.search, { query: 'quillwort' })).body.items, [])
      const listed = await other.read(spaces.listSpaces, { which: 'conversations' })
      assert.deepEqual(listed.body.items, [])
    }
  })

  it('keeps the times at which things were said and changed', async () => {
    const editedAt = Temporal.Instant.from('2020-05-05T10:00:00Z')
    await bringIn(db, [
      ...[ingrid, space('open-1', ['ingrid'], { name: 'Archived yard' })],
      words('t1', 30, { spaceKey: 'open-1', authorKey: 'ingrid', title: 'Times', editedAt }),
    ])
    const { id } = await threadOf('Times')
    const { body } = await (await foyer.as('member')).read(spaces.getThread, { postId: id })
    assert.equal(Temporal.Instant.from(body.post.at).toString(), '2020-05-04T09:30:00Z')
    assert.equal(Temporal.Instant.from(body.post.editedAt ?? '').toString(), editedAt.toString())
  })

  it('makes nobody new who is known by address, and lets nobody in whom it alone knows', async () => {
    const mailsBefore = foyer.mails.length
    await bringIn(db, [ingrid, wren, space('two', ['ingrid', 'wren'])])
    await foyer.anyone.write(auth.askForLink, { address: 'wren@elsewhere.test' })
    assert.equal(foyer.mails.length, mailsBefore)
    const found = await sql<{ name: string; isActive: boolean }>`
      select name, is_active as "isActive" from people.person where name in ('Wren Adler', 'I. Solheim')`.execute(
      db,
    )
    assert.deepEqual(found.rows, [{ name: 'Wren Adler', isActive: false }])
  })

  it('cannot give somebody known an address without saying why', async () => {
    const claimed = { ...ingrid, key: 'claimed', addresses: [cast.executive.address, 'thief@elsewhere.test'] }
    await bringIn(db, [claimed])
    const found = await sql`select from people.address where address = 'thief@elsewhere.test'`.execute(db)
    assert.equal(found.rows.length, 0)
    const merges = new Merges(new Set())
    merges.add({ personKey: 'claimed', address: 'thief@elsewhere.test', evidence: 'the same full name' })
    await bringIn(db, [claimed], { merges })
    const shown = await sql<{ evidence: string }>`
      select evidence from people.address where address = 'thief@elsewhere.test'`.execute(db)
    assert.deepEqual(shown.rows, [{ evidence: 'the same full name' }])
  })

  it('mentions people by who they are here, and nobody whom the archive does not hold', async () => {
    await bringIn(db, [
      ...[ingrid, daniel, space('m', ['ingrid', 'daniel'])],
      words('m1', 1, {
        ...{ spaceKey: 'm', authorKey: 'daniel', title: 'Mentions', mentionKeys: ['ingrid', 'daniel'] },
        body: `Ask @[Ingrid](person:ingrid) or @[Noor](person:${cast.administrator.id})`,
      }),
    ])
    const { id } = await threadOf('Mentions')
    const { body } = await (await foyer.as('delegate')).read(spaces.getThread, { postId: id })
    assert.equal(body.post.body, `Ask @[Ingrid](person:${cast.executive.id}) or @Noor`)
    const found = await sql<{ id: PersonId }>`
      select person_id as id from spaces.mention where said_id = ${id}`.execute(db)
    assert.deepEqual(found.rows, [{ id: cast.executive.id }])
  })

  it('takes text that no database holds without the characters that are at fault', async () => {
    await bringIn(db, [
      ...[ingrid, space('odd', ['ingrid'])],
      words('odd', 1, { spaceKey: 'odd', authorKey: 'ingrid', title: 'Odd', body: 'a\0b\ud800c' }),
    ])
    const { id } = await threadOf('Odd')
    const { body } = await (await foyer.as('executive')).read(spaces.getThread, { postId: id })
    assert.equal(body.post.body, 'ab\ufffdc')
  })

  it('changes nothing when it is only looked at', async () => {
    const before = await Promise.all(['people.person', 'spaces.post', 'import.archive'].map(countOf))
    const outcome = await bringIn(
      db,
      [
        person('fresh'),
        space('x', ['fresh']),
        words('dry', 1, { spaceKey: 'x', authorKey: 'fresh' }),
        skipped('a bounce'),
      ],
      { isApplied: false },
    )
    const after = await Promise.all(['people.person', 'spaces.post', 'import.archive'].map(countOf))
    assert.deepEqual(after, before)
    const { found, fresh, known, skipped: left } = outcome.tally.counts
    assert.deepEqual({ found, fresh, known, left }, { found: 2, fresh: 1, known: 0, left: 1 })
    assert.equal(outcome.people.fresh, 1)
  })
})

describe('an archive that comes in again', () => {
  const long: ArchiveRecord[] = [
    ...[ingrid, daniel, space('long', ['ingrid', 'daniel'])],
    words('l0', 0, { spaceKey: 'long', authorKey: 'ingrid', title: 'Long' }),
    ...Array.from({ length: 2400 }, (_, at) =>
      words(`l${at + 1}`, at + 1, {
        spaceKey: 'long',
        authorKey: 'daniel',
        threadKey: 'l0',
        answersKey: `l${at}`,
      }),
    ),
    skipped('a bounce'),
  ]

  it('goes on where it was cut off, and then adds nothing', async () => {
    async function* cutOff() {
      yield* long.slice(0, 1500)
      throw new Error('killed')
    }
    await assert.rejects(bringIn(db, cutOff()), /killed/)
    const cut = await threadOf('Long')
    assert.ok(cut.replyCount > 0 && cut.replyCount < 2400)

    const second = await bringIn(db, long)
    assert.equal(second.tally.counts.found, 2402)
    assert.equal(second.tally.counts.known, cut.replyCount + 1)
    assert.equal(second.tally.counts.fresh, 2400 - cut.replyCount)
    const whole = await threadOf('Long')
    assert.equal(whole.replyCount, 2400)
    assert.equal(whole.lastAt.toString(), '2020-05-06T01:00:00Z')
    assert.equal(whole.lastAuthorId, cast.delegate.id)

    const tables = ['people.person', 'people.address', 'spaces.space', 'spaces.membership', 'spaces.reply']
    const before = await Promise.all(tables.map(countOf))
    const third = await bringIn(db, long)
    assert.deepEqual(await Promise.all(tables.map(countOf)), before)
    assert.deepEqual([third.tally.fresh, third.tally.known, third.tally.skipped], [0, 2401, 1])
  })

  it('puts what a later archive adds into the thread that is there', async () => {
    const before = await threadOf('Long')
    await bringIn(db, [
      ...long.slice(0, 4),
      words('late', 5000, { spaceKey: 'long', authorKey: 'ingrid', threadKey: 'l0' }),
    ])
    const after = await threadOf('Long')
    assert.equal(after.id, before.id)
    assert.equal(after.replyCount, before.replyCount + 1)
    assert.equal(after.lastAuthorId, cast.executive.id)
  })

  it('is one conversation with every other archive of the same people', async () => {
    const before = await countOf('spaces.space')
    await bringIn(
      db,
      [
        person('U1', { addresses: [cast.executive.address] }),
        person('U2', { addresses: [cast.delegate.address] }),
        space('D1', ['U2', 'U1']),
        words('slack-1', 9, { spaceKey: 'D1', authorKey: 'U1', title: 'From Slack' }),
      ],
      { source: 'slack' },
    )
    assert.equal(await countOf('spaces.space'), before)
  })

  it('adds up whatever it is made of', async () => {
    const outcome = await bringIn(db, [
      ...long.slice(0, 10),
      words('l1', 1, { spaceKey: 'long', authorKey: 'daniel' }),
      words('stray', 1, { spaceKey: 'nowhere', authorKey: 'daniel' }),
      words('nobody', 1, { spaceKey: 'long', authorKey: 'stranger' }),
      words('fresh one', 1, { spaceKey: 'long', authorKey: 'daniel' }),
      skipped('a bounce'),
    ])
    const { found, fresh, known, skipped: left, skippedBy } = outcome.tally.counts
    assert.deepEqual({ found, fresh, known, left }, { found: 12, fresh: 1, known: 7, left: 4 })
    assert.equal(
      skippedBy.reduce((sum, { count }) => sum + count, 0),
      left,
    )
  })
})
