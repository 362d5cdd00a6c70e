import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { importMattermost } from './import-mattermost.ts'
import { direct, madeBulk, post, SAID_AT, user, yard } from './mattermost/made-bulk.ts'

const foyer = await startFoyer()
const folder = await mkdtemp(join(tmpdir(), 'foyer-mattermost-'))
after(() => rm(folder, { recursive: true, force: true }))

const lines = [
  ...yard,
  user('ingrid', ['yard'], { email: cast.executive.address, first_name: 'Ingrid', last_name: 'Solheim' }),
  post('Who has the key, @ingrid? It is in ~yard', {
    replies: [{ user: 'ingrid', message: 'I have', create_at: SAID_AT + 1000 }],
  }),
  direct(['ingrid', 'ana'], 'The kelp is late'),
]

async function bringIn(name: string, isApplied = true) {
  const path = join(folder, name)
  await writeFile(path, madeBulk(lines))
  const wanted = { db: foyer.db, path, isApplied, examplesWanted: 3, now: () => foyer.clock.now }
  return importMattermost({ ...wanted, onProgress: () => {} })
}

async function postOf(beginning: string): Promise<PostId> {
  const found = await sql<{ id: PostId }>`select id from spaces.post where body like ${beginning}`.execute(
    foyer.db,
  )
  return found.rows[0]!.id
}

it('brings what was said to those who could read it, and adds nothing a second time', async () => {
  const looked = await bringIn('export.jsonl', false)
  assert.deepEqual([looked.tally.fresh, looked.people.fresh], [3, 2])
  const outcome = await bringIn('export.jsonl')
  assert.deepEqual([outcome.tally.fresh, outcome.tally.known, outcome.tally.skipped], [3, 0, 0])

  const [asked, whispered] = [await postOf('Who has%'), await postOf('The kelp%')]
  const executive = await foyer.as('executive')
  const thread = (await executive.read(spaces.getThread, { postId: asked })).body
  const { space, body } = thread.post
  assert.deepEqual([space.name, space.visibility, thread.replies.length], ['The yard', 'open', 1])
  assert.equal(
    body,
    `Who has the key, @[Ingrid Solheim](person:${cast.executive.id})? It is in [The yard](/spaces/${space.id})`,
  )
  const member = await foyer.as('member')
  assert.equal((await member.read(spaces.getThread, { postId: asked })).status, 200)
  assert.equal((await member.read(spaces.getThread, { postId: whispered })).status, 404)
  assert.equal((await executive.read(spaces.getThread, { postId: whispered })).status, 200)

  const again = await bringIn('export.jsonl')
  assert.deepEqual([again.tally.fresh, again.tally.known, again.people.fresh], [0, 3, 0])
})
