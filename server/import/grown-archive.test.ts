import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import type { ArchiveRecord } from './archive.ts'
import { bringIn, held, person, space, words } from './made-archive.ts'

const foyer = await startFoyer()
const { db } = foyer
const member = await foyer.as('member')
const executive = await foyer.as('executive')
const delegate = await foyer.as('delegate')

const ingrid = person('ingrid', { name: 'I. Solheim', addresses: [cast.executive.address] })
const ana = person('ana', { name: 'Ana Sol', addresses: ['ana@elsewhere.test'] })
const bo = person('bo', { name: 'Bo Lind', addresses: ['bo@elsewhere.test'] })

const apply = (records: readonly ArchiveRecord[]) =>
  bringIn(db, records, { source: 'slack', files: foyer.files })

async function postOf(body: string): Promise<PostId> {
  const found = await sql<{ id: PostId }>`select id from spaces.post where body = ${body}
    order by id desc limit 1`.execute(db)
  return found.rows[0]!.id
}

describe('an archive that has grown', () => {
  it('adds reactions and replies to what is known, and nothing twice', async () => {
    const yard = space('g-yard', ['ana', 'bo'], { name: 'Grown yard' })
    const first = words('g1', 1, { spaceKey: 'g-yard', authorKey: 'ana', body: 'Grows' })
    await apply([ana, bo, yard, first])
    const grown = {
      ...first,
      reactions: [
        { personKey: 'bo', kind: 'agree', emoji: '+1' } as const,
        { personKey: 'ana', kind: 'curious', emoji: 'eyes' } as const,
      ],
    }
    const reply = words('g2', 2, { spaceKey: 'g-yard', authorKey: 'bo', threadKey: 'g1' })
    await apply([ana, bo, yard, grown, reply])
    const count = async () => {
      const postId = await postOf('Grows')
      const { body } = await executive.read(spaces.getThread, { postId })
      return [body.replies.length, body.post.reactions.reduce((sum, each) => sum + each.count, 0)]
    }
    assert.deepEqual(await count(), [1, 2])
    await apply([ana, bo, yard, grown, reply])
    assert.deepEqual(await count(), [1, 2])
  })

  it('brings files to those who may read the words, names what is refused, and pins what has room', async () => {
    const yard = space('f-yard', ['ana'], { name: 'Files yard' })
    const dm = space('f-dm', ['ana', 'ingrid'])
    const inYard = { spaceKey: 'f-yard', authorKey: 'ana' }
    const broken = { ...held('broken.txt', 'x'), read: brokenBytes }
    const pinned = Array.from({ length: 11 }, (_, at) =>
      words(`pin${at}`, 20 + at, { ...inYard, isPinned: true }),
    )
    const outcome = await apply([
      ...[ana, ingrid, yard, dm],
      words('f1', 1, {
        ...inYard,
        body: 'Files',
        files: [held('a.txt', 'hello'), held('empty.txt', ''), broken],
      }),
      words('f2', 2, {
        spaceKey: 'f-dm',
        authorKey: 'ana',
        body: 'Between us',
        files: [held('b.txt', 'secret')],
      }),
      ...pinned,
    ])
    assert.deepEqual(outcome.files, { found: 4, fresh: 2 })
    assert.ok(
      outcome.tally.counts.lossyBy.some(({ reason }) => reason === 'attached file whose bytes are damaged'),
    )
    assert.ok(outcome.tally.counts.lossyBy.some(({ reason }) => /no room/.test(reason)))
    const open = (
      await member.read(spaces.getThread, {
        postId: await postOf('Files\n\nAttached: empty.txt, broken.txt'),
      })
    ).body
    assert.deepEqual(
      open.post.files.map(({ name }) => name),
      ['a.txt'],
    )
    const secret = await postOf('Between us')
    assert.equal((await member.read(spaces.getThread, { postId: secret })).status, 404)
    const files = (await executive.read(spaces.getThread, { postId: secret })).body.post.files
    const address = `/files/${files[0]!.id}/b.txt`
    const fetched = async (cookie: string) =>
      foyer.app.request(`http://localhost:3000${address}`, { headers: { host: 'localhost:3000', cookie } })
    assert.equal(await (await fetched(executive.cookie)).text(), 'secret')
    assert.equal((await fetched(member.cookie)).status, 404)
    assert.equal((await fetched(delegate.cookie)).status, 404)
  })
})

// biome-ignore lint/correctness/useYield: it breaks before its first bytes.
async function* brokenBytes(): AsyncGenerator<Uint8Array> {
  throw new Error('the zip is damaged')
}
