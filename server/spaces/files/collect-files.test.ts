import assert from 'node:assert/strict'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import sharp from 'sharp'
import type { FileId, PersonId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { keptFolderOf } from '#outside/files'
import { newId } from '#platform/ids'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { attachArchivedFiles } from './attach-archived-files.ts'
import { collectFiles, compareFiles } from './collect-files.ts'
import { keepFile } from './keep-file.ts'

const foyer = await startFoyer()
const { db, files, clock } = foyer
const member = await foyer.as('member')
let spaceId: SpaceId

before(async () => {
  spaceId = (await member.write(spaces.createSpace, { name: 'Paint', visibility: 'open' })).body.id
})

const csv = Buffer.from('week,scrap\n12,3.4\n')
const upload = async () => (await member.upload('scrap.csv', csv)).body.id
const collect = () => collectFiles(files, { db, now: clock.now })
const compare = () => compareFiles(files, { db, now: clock.now })
const wait = (time: Temporal.DurationLike) => {
  clock.now = clock.now.add(time)
}

async function isKept(id: FileId): Promise<boolean> {
  const row = await sql`select from spaces.file where id = ${id}`.execute(db)
  const isThere = await files.isThere(id)
  assert.equal(row.rows.length === 1, isThere, 'row and bytes are there together or not at all')
  return isThere
}

async function posted(fileIds: FileId[]): Promise<SaidId> {
  return (await member.write(spaces.writePost, { spaceId, body: 'Attached.', fileIds })).body.id as never
}

describe('collecting', () => {
  it('takes what was uploaded and attached to nothing for a day, and nothing sooner', async () => {
    const [loose, attached] = [await upload(), await upload()]
    await posted([attached])
    wait({ hours: 23 })
    await collect()
    assert.deepEqual([await isKept(loose), await isKept(attached)], [true, true])
    wait({ hours: 2 })
    await collect()
    assert.deepEqual([await isKept(loose), await isKept(attached)], [false, true])
  })

  it('takes what was taken off words a day after that, however long it was attached', async () => {
    const id = await upload()
    const saidId = await posted([id])
    wait({ hours: 100 })
    await member.write(spaces.editWords, { saidId, body: 'Attached.', fileIds: [] })
    await collect()
    assert.equal(await isKept(id), true)
    wait({ hours: 25 })
    await collect()
    assert.equal(await isKept(id), false)
  })

  it('takes the files of deleted words once the deletion cannot be taken back, smaller pictures too', async () => {
    const picture = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#0a6' } })
      .png()
      .toBuffer()
    const { id } = (await member.upload('x.png', picture)).body
    const saidId = await posted([id])
    assert.equal((await member.open(`/files/${id}/x.png?width=320`)).status, 200)
    await member.write(spaces.deleteWords, { saidId })
    wait({ minutes: 9 })
    await collect()
    assert.equal(await isKept(id), true)
    wait({ minutes: 2 })
    await collect()
    assert.equal(await isKept(id), false)
    const left = readdirSync(join(foyer.dataFolder, 'files'), { recursive: true, encoding: 'utf8' })
    assert.deepEqual(
      left.filter((path) => path.includes(id)),
      [],
    )
  })

  it('takes the files of words that are gone altogether, as after an import was undone', async () => {
    const [ofPost, ofReply] = [await upload(), await upload()]
    const postId = await posted([ofPost])
    const standing = await posted([])
    const reply = { postId: standing as never, body: 'This.', fileIds: [ofReply] }
    const replyId = (await member.write(spaces.writeReply, reply)).body.id
    wait({ hours: 25 })
    await sql`delete from spaces.post where id = ${postId}`.execute(db)
    await sql`delete from spaces.reply where id = ${replyId}`.execute(db)
    await collect()
    assert.deepEqual([await isKept(ofPost), await isKept(ofReply)], [false, false])
  })
})

describe('comparing tables and disk', () => {
  it('removes bytes that no row tells of, and uploads that broke off, after a day', async () => {
    const id = await upload()
    await sql`delete from spaces.file where id = ${id}`.execute(db)
    wait({ hours: 23 })
    await compare()
    assert.equal(await files.isThere(id), true)
    wait({ hours: 2 })
    await compare()
    assert.equal(await files.isThere(id), false)
    const broken = join(foyer.dataFolder, 'files', 'incoming', 'broken')
    writeFileSync(broken, 'half a file')
    await files.sweep(clock.now.subtract({ hours: 24 * 366 * 50 }))
    assert.ok(readdirSync(join(broken, '..')).includes('broken'))
    await files.sweep(clock.now.add({ hours: 24 * 366 * 50 }))
    assert.ok(!readdirSync(join(broken, '..')).includes('broken'))
  })

  it('finds rows whose bytes are missing, and leaves them', async () => {
    const id = await upload()
    await posted([id])
    assert.deepEqual(await compare(), [])
    const place = [id.slice(-2), id.slice(-4, -2), id]
    rmSync(join(keptFolderOf(foyer.dataFolder), ...place))
    assert.deepEqual(await compare(), [id])
    assert.equal((await member.open(`/files/${id}/scrap.csv`)).status, 500)
    assert.ok(foyer.logged.some((line) => line.includes('cannot be read')))
  })
})

describe('a file from elsewhere', () => {
  const given = () => ({
    id: newId<FileId>(clock.now),
    name: 'minutes.csv',
    read: async function* () {
      yield csv
    },
    uploaderId: cast.executive.id as PersonId,
    at: clock.now.subtract({ hours: 1000 }),
    now: clock.now,
  })

  it('is kept once, attached in bulk, and read by whoever may read the words', async () => {
    const one = given()
    const saidId = await posted([])
    assert.deepEqual(await keepFile(db, files, one), await keepFile(db, files, one))
    const rows = [{ saidId, fileId: one.id }]
    await attachArchivedFiles(db, rows)
    await attachArchivedFiles(db, rows)
    await attachArchivedFiles(db, [{ saidId: newId<SaidId>(clock.now), fileId: one.id }])
    wait({ hours: 30 })
    await collect()
    assert.equal(await isKept(one.id), true)
    const answer = await (await foyer.as('outsider')).open(`/files/${one.id}/minutes.csv`)
    assert.equal(await answer.text(), csv.toString())
  })

  it('is refused with a sentence where an upload would be', async () => {
    const empty = { ...given(), read: async function* () {} }
    assert.deepEqual(await keepFile(db, files, empty), {
      refused: { message: 'This file is empty: there is nothing in it.' },
    })
  })
})
