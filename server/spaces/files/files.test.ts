import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { type File, files } from '#contract/files'
import type { FileId, PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { type Caller, startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')
const executive = await foyer.as('executive')
const outsider = await foyer.as('outsider')
const csv = Buffer.from('week,scrap\n12,3.4\n')
let open: SpaceId
let board: SpaceId

before(async () => {
  open = (await member.write(spaces.createSpace, { name: 'Paint', visibility: 'open' })).body.id
  board = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body.id
})

const addressOf = ({ id, name }: Pick<File, 'id' | 'name'>) => `/files/${id}/${encodeURIComponent(name)}`
const asSaid = (id: string) => id as SaidId

async function kept(caller: Caller, name = 'scrap.csv', bytes: Uint8Array = csv): Promise<File> {
  const answer = await caller.upload(name, bytes)
  assert.equal(answer.problem, undefined)
  return answer.body
}

async function posted(caller: Caller, spaceId: SpaceId, fileIds: FileId[]): Promise<PostId> {
  const answer = await caller.write(spaces.writePost, { spaceId, body: 'See the attached.', fileIds })
  assert.equal(answer.problem, undefined)
  return answer.body.id
}

const filesOf = async (postId: PostId) => (await member.read(spaces.getThread, { postId })).body.post.files
const statusFor = async (caller: Caller, file: File) => (await caller.open(addressOf(file))).status

describe('who may open a file', () => {
  it('is its uploader alone until it is attached, and then whoever may read the words', async () => {
    const file = await kept(executive)
    assert.equal(await statusFor(executive, file), 200)
    assert.equal(await statusFor(outsider, file), 404)
    await posted(executive, open, [file.id])
    assert.equal(await (await outsider.open(addressOf(file))).text(), csv.toString())
  })

  it('is nobody outside a private space: it is answered as a file that does not exist', async () => {
    const file = await kept(executive)
    await posted(executive, board, [file.id])
    const hidden = await outsider.open(addressOf(file))
    const nowhere = await outsider.open(addressOf({ ...file, id: newId<FileId>(foyer.clock.now) }))
    const picture = async (answer: Response) => {
      const { requestId, ...problem } = await answer.json()
      return [answer.status, problem, [...answer.headers].filter(([name]) => name !== 'x-request-id')]
    }
    assert.deepEqual(await picture(hidden), await picture(nowhere))
    assert.equal(hidden.status, 404)
    assert.equal(await statusFor(foyer.anyone, file), 401)
  })

  it('is nobody once the words are deleted, until the deletion is taken back', async () => {
    const file = await kept(member)
    const saidId = asSaid(await posted(member, open, [file.id]))
    await member.write(spaces.deleteWords, { saidId })
    assert.equal(await statusFor(member, file), 404)
    assert.deepEqual(await filesOf(saidId as never), [])
    await member.write(spaces.restoreWords, { saidId })
    assert.equal(await statusFor(outsider, file), 200)
  })

  it('is its uploader alone once it is taken off the words', async () => {
    const [first, second] = [await kept(member, 'first.csv'), await kept(member, 'second.csv')]
    const postId = await posted(member, open, [first.id, second.id])
    const edit = { saidId: asSaid(postId), body: 'See the attached.' }
    await member.write(spaces.editWords, { ...edit, fileIds: [second.id] })
    assert.deepEqual([await statusFor(outsider, first), await statusFor(member, first)], [404, 200])
    await member.write(spaces.editWords, { ...edit, fileIds: [second.id, first.id] })
    assert.equal(await statusFor(outsider, first), 200)
    assert.deepEqual(
      (await filesOf(postId)).map((file) => file.name),
      ['second.csv', 'first.csv'],
    )
  })
})

describe('attaching', () => {
  it('shows files with posts, replies and cards, in the order they were given', async () => {
    const ids = [await kept(member, 'b.csv'), await kept(member, 'a.csv')]
    const postId = await posted(member, open, [ids[0]!.id])
    const reply = await member.write(spaces.writeReply, { postId, body: 'And this.', fileIds: [ids[1]!.id] })
    assert.deepEqual(reply.body.files, [ids[1]])
    const thread = await outsider.read(spaces.getThread, { postId })
    assert.deepEqual([thread.body.post.files, thread.body.replies[0]?.files], [[ids[0]], [ids[1]]])
    const cards = (await outsider.read(spaces.listPosts, { spaceId: open })).body.items
    assert.deepEqual(cards.find((card) => card.id === postId)?.files, [ids[0]])
  })

  it('leaves files alone when an edit does not speak of them', async () => {
    const file = await kept(member)
    const postId = await posted(member, open, [file.id])
    await member.write(spaces.editWords, { saidId: asSaid(postId), body: 'Other words.' })
    assert.deepEqual(await filesOf(postId), [file])
  })

  it('refuses files of others, files that go with something else, and files that are nowhere', async () => {
    const hers = await kept(executive)
    const used = await kept(member)
    const postId = await posted(member, open, [used.id])
    for (const id of [hers.id, used.id, newId<FileId>(foyer.clock.now)]) {
      const answer = await member.write(spaces.writeReply, { postId, body: 'This one.', fileIds: [id] })
      assert.equal(answer.problem?.code, 'no-such-file')
    }
    assert.equal((await member.read(spaces.getThread, { postId })).body.replies.length, 0)
    assert.deepEqual(await filesOf(postId), [used])
  })

  it('refuses more than twenty and the same one twice', async () => {
    const { id } = await kept(member)
    const nowhere = Array.from({ length: 21 }, () => newId<FileId>(foyer.clock.now))
    for (const fileIds of [[id, id], nowhere]) {
      const answer = await member.write(spaces.writePost, { spaceId: open, body: 'Many.', fileIds })
      assert.equal(answer.problem?.fields?.[0]?.path, 'fileIds')
    }
  })

  it('lets only the uploader name a file otherwise, and keeps its ending', async () => {
    const file = await kept(member, 'IMG_4711.csv')
    await posted(member, open, [file.id])
    const refused = await executive.write(files.renameFile, { id: file.id, name: 'Hers' })
    assert.equal(refused.problem?.code, 'not-your-file')
    const answer = await member.write(files.renameFile, { id: file.id, name: 'Scrap by week' })
    assert.deepEqual(answer.body, { ...file, name: 'Scrap by week.csv' })
    const header = (await outsider.open(addressOf(file))).headers.get('content-disposition')
    assert.match(header ?? '', /filename="Scrap by week.csv"/)
  })
})

describe('the file of a page that wants to run', () => {
  const page = Buffer.from('<!doctype html><script>alert(document.cookie)</script>')
  const drawing = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')

  for (const [name, bytes] of [
    ['page.html', page],
    ['picture.png', page],
    ['drawing.svg', drawing],
    ['notes.txt', drawing],
  ] as const) {
    it(`is only ever saved: ${name}`, async () => {
      const answer = await member.open(addressOf(await kept(member, name, bytes)))
      assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes)
      const { headers } = answer
      assert.equal(headers.get('content-type'), 'application/octet-stream')
      assert.match(headers.get('content-disposition') ?? '', /^attachment; /)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('content-security-policy'), "sandbox; default-src 'none'")
    })
  }
})
