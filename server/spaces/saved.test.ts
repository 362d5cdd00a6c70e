// What one saves, through the door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let open: SpaceId
let circle: SpaceId

before(async () => {
  const member = await foyer.as('member')
  open = (await member.write(spaces.createSpace, { name: 'Open', visibility: 'open' })).body.id
  circle = (await member.write(spaces.createSpace, { name: 'Circle', visibility: 'private' })).body.id
  await member.write(spaces.invitePerson, { spaceId: circle, personId: cast.executive.id })
})

async function say(body: string, spaceId = open): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  return (await (await foyer.as('member')).write(spaces.writePost, { spaceId, body })).body.id
}

const said = (id: string) => id as SaidId

async function saved(limit = 50): Promise<string[]> {
  const executive = await foyer.as('executive')
  const bodies: string[] = []
  let cursor: string | undefined
  do {
    const { body } = await executive.read(spaces.listSaved, { limit, cursor })
    bodies.push(...body.items.map(({ words }) => words.body))
    cursor = body.nextCursor ?? undefined
  } while (cursor !== undefined)
  return bodies
}

async function save(id: string, note?: string): Promise<void> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  const answer = await (await foyer.as('executive')).write(spaces.saveWords, { saidId: said(id), note })
  assert.equal(answer.problem, undefined)
}

describe('what one saves', () => {
  it('is listed newest first, page by page, for oneself alone', async () => {
    for (const body of ['one', 'two', 'three']) await save(await say(body))
    assert.deepEqual(await saved(2), ['three', 'two', 'one'])
    assert.deepEqual((await (await foyer.as('member')).read(spaces.listSaved, {})).body.items, [])
  })

  it('keeps its place and its note when it is saved again, and takes another note', async () => {
    const executive = await foyer.as('executive')
    const postId = await say('four')
    await save(postId, 'for the board')
    const first = (await executive.read(spaces.listSaved, {})).body.items[0]
    await save(postId)
    assert.deepEqual((await executive.read(spaces.listSaved, {})).body.items[0], first)
    await save(postId, 'for Marta')
    const again = (await executive.read(spaces.listSaved, {})).body.items[0]
    assert.deepEqual([again?.note, again?.savedAt], ['for Marta', first?.savedAt])
  })

  it('is marked in the thread and in lists, for oneself alone, until it is let go', async () => {
    const postId = await say('five')
    const member = await foyer.as('member')
    const replyId = (await member.write(spaces.writeReply, { postId, body: 'a reply worth keeping' })).body.id
    await save(postId)
    await save(replyId)
    const executive = await foyer.as('executive')
    const marks = async (caller: typeof executive) => {
      const thread = (await caller.read(spaces.getThread, { postId })).body
      const { items } = (await caller.read(spaces.listPosts, { spaceId: open })).body
      const card = items.find(({ id }) => id === postId)
      return [thread.post.isSaved, thread.replies[0]?.isSaved, card?.isSaved]
    }
    assert.deepEqual(await marks(executive), [true, true, true])
    assert.deepEqual(await marks(member), [false, false, false])
    for (const id of [postId, replyId, replyId]) {
      assert.equal((await executive.write(spaces.unsaveWords, { saidId: said(id) })).status, 200)
    }
    assert.deepEqual(await marks(executive), [false, false, false])
    assert.ok(!(await saved()).includes('five'))
  })

  it('vanishes while it is deleted or out of sight, and leaves no gap in a page', async () => {
    const secret = await say('six, in the circle', circle)
    const gone = await say('seven, soon deleted')
    await save(secret)
    await save(gone)
    const whole = await saved(2)
    assert.deepEqual(whole.slice(0, 2), ['seven, soon deleted', 'six, in the circle'])
    await (await foyer.as('member')).write(spaces.deleteWords, { saidId: said(gone) })
    await sql`delete from spaces.membership where space_id = ${circle} and person_id = ${cast.executive.id}`.execute(
      foyer.db,
    )
    assert.deepEqual(await saved(2), whole.slice(2))
    const first = (await (await foyer.as('executive')).read(spaces.listSaved, { limit: 2 })).body.items
    assert.equal(first.length, 2)
    assert.equal(
      (await (await foyer.as('executive')).write(spaces.unsaveWords, { saidId: said(secret) })).status,
      200,
    )
  })

  it('is refused for what is deleted, and does not exist for what one may not see', async () => {
    const postId = await say('eight')
    await (await foyer.as('member')).write(spaces.deleteWords, { saidId: said(postId) })
    const executive = await foyer.as('executive')
    assert.equal(
      (await executive.write(spaces.saveWords, { saidId: said(postId) })).problem?.code,
      'words-deleted',
    )
    const hidden = await say('nine', circle)
    const outsider = await foyer.as('outsider')
    assert.equal((await outsider.write(spaces.saveWords, { saidId: said(hidden) })).status, 404)
  })
})
