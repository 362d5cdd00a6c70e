import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import sharp from 'sharp'
import type { File } from '#contract/files'
import { files } from '#contract/files'
import type { FileId, PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type Caller, startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')
const executive = await foyer.as('executive')
const outsider = await foyer.as('outsider')
let open: SpaceId
let board: SpaceId

before(async () => {
  open = (await member.write(spaces.createSpace, { name: 'Paint', visibility: 'open' })).body.id
  board = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body.id
})

const addressOf = ({ id, name }: Pick<File, 'id' | 'name'>) => `/files/${id}/${encodeURIComponent(name)}`

async function kept(caller: Caller, name: string, bytes: Uint8Array): Promise<File> {
  const answer = await caller.upload(name, bytes)
  assert.equal(answer.problem, undefined)
  return answer.body
}

async function posted(caller: Caller, spaceId: SpaceId, fileIds: FileId[]): Promise<PostId> {
  const answer = await caller.write(spaces.writePost, { spaceId, body: 'See the attached.', fileIds })
  assert.equal(answer.problem, undefined)
  return answer.body.id
}

const csv = Buffer.from('week,scrap\n12,3.4\n')
const square = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#0a6' } })

describe('a file', () => {
  it('is seen by its uploader alone until it is attached, and then by whoever may read the words', async () => {
    const file = await kept(executive, 'minutes.csv', csv)
    assert.equal((await executive.open(addressOf(file))).status, 200)
    assert.equal((await outsider.open(addressOf(file))).status, 404)
    await posted(executive, open, [file.id])
    assert.equal(await (await outsider.open(addressOf(file))).text(), csv.toString())
    const secret = await kept(executive, 'secret.csv', csv)
    await posted(executive, board, [secret.id])
    assert.equal((await outsider.open(addressOf(secret))).status, 404)
    assert.equal((await foyer.anyone.open(addressOf(secret))).status, 401)
  })
})
