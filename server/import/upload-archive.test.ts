import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import { type ImportRun, imports, type Upload } from '#contract/import'
import { type Caller, ORIGIN, startFoyer } from '#testing/foyer'
import { doImportTask, type ImportTask } from './import-tasks.ts'
import { forgetUploads } from './jobs.ts'
import { madeBulk, post, SAID_AT, user, yard } from './mattermost/made-bulk.ts'
import { madeZip } from './reading/made-zip.ts'
import { openUploadShelf } from './upload-shelf.ts'

const foyer = await startFoyer()
const administrator = await foyer.as('administrator')
const steward = await foyer.signIn('steward')
const place = {
  ...{ db: foyer.db, files: foyer.files, shelf: openUploadShelf(foyer.dataFolder) },
  now: () => foyer.clock.now,
}
const work = (task: ImportTask) => doImportTask(place, task)

async function sendPart(by: Caller, uploadId: string, { from, bytes }: { from: number; bytes: Uint8Array }) {
  const answer = await by.open(`/api/import/upload-part?uploadId=${uploadId}&from=${from}`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes),
  })
  return { status: answer.status, body: (await answer.json()) as Upload & { detail: string } }
}

/** Sends a whole archive and looks at it. */
async function sent(file: string, bytes: Uint8Array, by = administrator): Promise<Upload> {
  const { body: begun } = await by.write(imports.beginUpload, { file, bytes: bytes.length })
  const { status, body } = await sendPart(by, begun.id, { from: 0, bytes })
  assert.deepEqual([status, body.state, body.receivedBytes], [200, 'looking', bytes.length])
  return looked(begun.id)
}

async function looked(id: string): Promise<Upload> {
  const found = await sql<{ look: number }>`select look from import.upload where id = ${id}`.execute(foyer.db)
  await work({ what: 'look', uploadId: id, look: found.rows[0]!.look })
  return uploadOf(id)
}

async function uploadOf(id: string): Promise<Upload> {
  const { body } = await administrator.read(imports.listUploads, {})
  return body.items.find((upload) => upload.id === id)!
}

async function runOf(id: string): Promise<ImportRun> {
  const { body } = await administrator.read(imports.listImports, {})
  return body.items.find((run) => run.id === id)!
}

const bulk = (messages: number, more = '') =>
  madeBulk([
    ...yard,
    user('cleo'),
    ...Array.from({ length: messages }, (_, at) => post(`${more} ${at}`, { create_at: SAID_AT + at })),
  ])

describe('an archive sent by the browser', () => {
  it('goes on where the line was cut, and is looked at once all of it is here', async () => {
    const bytes = bulk(3)
    const asked = { file: 'export.jsonl', bytes: bytes.length }
    const { body: begun } = await administrator.write(imports.beginUpload, asked)
    assert.deepEqual([begun.state, begun.receivedBytes], ['uploading', 0])
    await sendPart(administrator, begun.id, { from: 0, bytes: bytes.subarray(0, 500) })
    const { body: again } = await administrator.write(imports.beginUpload, asked)
    assert.deepEqual([again.id, again.receivedBytes], [begun.id, 500])
    const gap = await sendPart(administrator, begun.id, { from: 600, bytes: bytes.subarray(600) })
    assert.deepEqual([gap.status, gap.body.detail], [409, 'Go on from byte 500.'])
    const tooMany = await sendPart(administrator, begun.id, { from: 500, bytes: Buffer.alloc(bytes.length) })
    assert.equal(tooMany.status, 413)
    const overlapping = await sendPart(administrator, begun.id, { from: 450, bytes: bytes.subarray(450) })
    assert.deepEqual([overlapping.status, overlapping.body.state], [200, 'looking'])

    const upload = await looked(begun.id)
    assert.deepEqual([upload.state, upload.source, upload.problem], ['looked', 'mattermost', null])
    const { found, fresh, people, spaces } = upload.report!
    assert.deepEqual([found, fresh, people.fresh, spaces.named], [3, 3, 3, 1])
    await administrator.write(imports.dropUpload, { uploadId: begun.id })
    assert.deepEqual(readdirSync(join(foyer.dataFolder, 'imports')), [])
  })

  it('is told by what is in it, and can be said to be something else', async () => {
    const mail = 'From x@y Mon Jan  5 10:00:00 2026\nFrom: a@b.test\nMessage-ID: <1@b>\n\nHi\n'
    const csv = 'Name;Email;Manager Email\nAna;ana@new.test;\nBo;bo@new.test;ana@new.test\n'
    const slack = madeZip([{ name: 'users.json', content: [] }])
    const cases = [
      ['mail.txt', Buffer.from(mail), 'mbox'],
      ['people.txt', Buffer.from(csv), 'people'],
      ['x.zip', slack, 'slack'],
      ['y.zip', madeZip([{ name: 'import.jsonl', content: bulk(1) }]), 'mattermost'],
    ] as const
    for (const [file, bytes, source] of cases) {
      const upload = await sent(file, bytes)
      assert.deepEqual([upload.source, upload.state], [source, 'looked'], file)
      await administrator.write(imports.dropUpload, { uploadId: upload.id })
    }
    const unknown = await sent('notes.txt', Buffer.from('hello\nworld\n'))
    assert.deepEqual([unknown.state, unknown.source], ['unreadable', null])
    assert.match(unknown.problem!, /does not know what this is/)
    await administrator.write(imports.chooseSource, { uploadId: unknown.id, source: 'mattermost' })
    const chosen = await looked(unknown.id)
    assert.match(chosen.problem!, /no bulk export of Mattermost/)
    const broken = await sent('broken.zip', Buffer.from('PK\x03\x04 not really'))
    assert.match(broken.problem!, /no whole zip/)
  })

  it('is seen by whoever sends it alone, and by no one but administrators', async () => {
    const upload = await sent('mine.jsonl', bulk(1))
    const { body: begun } = await administrator.write(imports.beginUpload, { file: 'x', bytes: 10 })
    for (const input of [{ uploadId: upload.id }, { uploadId: begun.id }]) {
      assert.equal((await steward.write(imports.beginImport, input)).status, 403)
    }
    assert.equal((await steward.read(imports.listUploads, {})).status, 403)
    assert.equal((await sendPart(steward, begun.id, { from: 0, bytes: Buffer.from('x') })).status, 403)
  })

  it('is forgotten after a week, with its bytes', async () => {
    const upload = await sent('forgotten.jsonl', bulk(1))
    await forgetUploads(foyer.db, place.shelf, foyer.clock.now.add({ hours: 24 * 6 }))
    assert.ok(await uploadOf(upload.id))
    await forgetUploads(foyer.db, place.shelf, foyer.clock.now.add({ hours: 24 * 8 }))
    assert.equal(await uploadOf(upload.id), undefined)
    assert.deepEqual(readdirSync(join(foyer.dataFolder, 'imports')), [])
  })
})

describe('an import begun in the browser', () => {
  it('comes in, is listed with counts that add up, and leaves no upload behind', async () => {
    const upload = await sent('first.jsonl', bulk(5, 'first'))
    const begun = await administrator.write(imports.beginImport, { uploadId: upload.id })
    const twice = await administrator.write(imports.beginImport, { uploadId: upload.id })
    assert.equal(twice.body.importId, begun.body.importId)
    const { importId } = begun.body
    const waiting = await runOf(importId)
    assert.deepEqual(
      [waiting.state, waiting.messagesExpected, waiting.begunBy?.name],
      ['waiting', 5, 'Noor Haddad'],
    )
    await work({ what: 'import', importId })
    const run = await runOf(importId)
    assert.deepEqual(
      [run.state, run.messagesFound, run.messagesNew, run.peopleNew, run.spacesNew],
      ['done', 5, 5, 3, 1],
    )
    assert.deepEqual(run.may, { stop: false, resume: false, undo: true })
    assert.deepEqual((await administrator.read(imports.listUploads, {})).body.items, [])
    assert.equal((await place.shelf.list()).includes(upload.id), false)
  })

  it('is refused while another is under way, and says so', async () => {
    const [one, two] = [await sent('one.jsonl', bulk(1, 'one')), await sent('two.jsonl', bulk(1, 'two'))]
    const { body } = await administrator.write(imports.beginImport, { uploadId: one.id })
    const refused = await administrator.write(imports.beginImport, { uploadId: two.id })
    assert.deepEqual([refused.status, refused.problem?.code], [409, 'import-under-way'])
    await work({ what: 'import', importId: body.importId })
    const allowed = await administrator.write(imports.beginImport, { uploadId: two.id })
    await work({ what: 'import', importId: allowed.body.importId })
  })

  it('is stopped when asked to, resumed by the same name, and undone', async () => {
    const upload = await sent('long.jsonl', bulk(2500, 'long'))
    const { importId } = (await administrator.write(imports.beginImport, { uploadId: upload.id })).body
    await administrator.write(imports.stopImport, { importId })
    await work({ what: 'import', importId })
    const stopped = await runOf(importId)
    assert.deepEqual([stopped.state, stopped.problem], ['stopped', null])
    assert.ok(stopped.messagesNew > 0 && stopped.messagesNew < 2500)
    assert.deepEqual(stopped.may, { stop: false, resume: true, undo: true })

    await administrator.write(imports.resumeImport, { importId })
    assert.equal((await runOf(importId)).state, 'waiting')
    await work({ what: 'import', importId })
    const done = await runOf(importId)
    assert.deepEqual([done.state, done.messagesNew, done.messagesKnown], ['done', 2500, 0])
    assert.equal((await administrator.write(imports.resumeImport, { importId })).status, 409)

    const { body: plan } = await administrator.read(imports.planUndo, { importId })
    assert.deepEqual([plan.words, plan.wordsStaying], [2500, 0])
    await administrator.write(imports.undoImport, { importId })
    assert.equal((await runOf(importId)).state, 'undoing')
    await work({ what: 'undo', importId })
    const undone = await runOf(importId)
    assert.deepEqual([undone.state, undone.messagesUndone, undone.may.undo], ['undone', 2500, false])
  })

  it('is shown as stopped when Foyer was killed under it, and can be resumed', async () => {
    const upload = await sent('killed.jsonl', bulk(10, 'killed'))
    const { importId } = (await administrator.write(imports.beginImport, { uploadId: upload.id })).body
    await sql`update import.archive set state = 'running' where id = ${importId}`.execute(foyer.db)
    assert.equal((await runOf(importId)).state, 'running')
    foyer.clock.now = foyer.clock.now.add({ minutes: 2 })
    const left = await runOf(importId)
    assert.equal(left.state, 'stopped')
    assert.match(left.problem!, /interrupted/)
    assert.equal(left.may.resume, true)
    assert.equal((await administrator.write(imports.resumeImport, { importId })).status, 200)
    await work({ what: 'import', importId })
    assert.equal((await runOf(importId)).state, 'done')
  })

  it('says why it failed, and keeps whole batches that add up', async () => {
    const bytes = bulk(10, 'broken')
    const upload = await sent('gone.jsonl', bytes)
    const { importId } = (await administrator.write(imports.beginImport, { uploadId: upload.id })).body
    await place.shelf.remove(upload.id)
    await work({ what: 'import', importId })
    const run = await runOf(importId)
    assert.equal(run.state, 'stopped')
    assert.match(run.problem!, /There is no file/)
  })

  it('brings people in from a people file, which cannot be undone', async () => {
    const csv = Buffer.from('Name,Email,Manager Email\nAna,ana@file.test,\nBo,bo@file.test,ana@file.test\n')
    const upload = await sent('people.csv', csv)
    assert.deepEqual([upload.report?.found, upload.report?.fresh], [2, 2])
    const { importId } = (await administrator.write(imports.beginImport, { uploadId: upload.id })).body
    await work({ what: 'import', importId })
    const run = await runOf(importId)
    assert.deepEqual([run.state, run.messagesNew, run.may.undo], ['done', 2, false])
    assert.equal((await administrator.read(imports.planUndo, { importId })).status, 409)
  })
})
