import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { answer, ask, merge, wait } from '#testing/answers-house'
import type { CastName } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let board: SpaceId

before(async () => {
  const executive = await foyer.as('executive')
  plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
})

async function labelsOf(who: CastName, postIds: PostId[]) {
  const { items } = must(await (await foyer.as(who)).read(answers.listLabels, { postIds }))
  return new Map(items.map((label) => [label.postId, label]))
}

describe('the label of a question', () => {
  it('says what its thread says: open with who waits, answered, out of date, replaced', async () => {
    const open = await ask(foyer, { spaceId: plant, title: 'Open' })
    await wait(foyer, open, ['executive', 'delegate', 'steward'])
    const answered = await ask(foyer, { spaceId: plant, title: 'Answered' })
    const replyId = await answer(foyer, { postId: answered, by: 'executive' })
    const late = await ask(foyer, { spaceId: plant, title: 'Late' })
    await answer(foyer, { postId: late, by: 'executive', reviewOn: '2026-03-01' })
    const replaced = await ask(foyer, { spaceId: plant, title: 'Replaced' })
    await answer(foyer, { postId: replaced, by: 'executive' })
    await sql`update answers.question set superseded_by = ${answered} where post_id = ${replaced}`.execute(
      foyer.db,
    )
    const asked = [open, answered, late, replaced]
    const labels = await labelsOf('member', asked)
    assert.deepEqual(
      asked.map((postId) => labels.get(postId)?.state),
      ['open', 'answered', 'out-of-date', 'superseded'],
    )
    assert.equal(labels.get(open)?.waitingCount, 3)
    assert.equal(labels.get(answered)?.answerId, replyId)
    for (const postId of asked) {
      const standing = must(await (await foyer.as('member')).read(answers.getQuestion, { postId }))
      const label = labels.get(postId)
      assert.deepEqual(
        [label?.state, label?.waitingCount, label?.answerId],
        [standing.state, standing.waitingCount, standing.answer?.replyId ?? null],
      )
    }
  })

  it('says that it was asked before, and no longer once that was taken back', async () => {
    const target = await ask(foyer, { spaceId: plant, title: 'Target' })
    const other = await ask(foyer, { spaceId: plant, title: 'Other' })
    await merge(foyer, other, target)
    assert.equal((await labelsOf('member', [other])).get(other)?.isMerged, true)
    await merge(foyer, other, null)
    assert.equal((await labelsOf('member', [other])).get(other)?.isMerged, false)
  })

  it('is open again once its answer was deleted', async () => {
    const postId = await ask(foyer, { spaceId: plant, title: 'For a while' })
    const replyId = await answer(foyer, { postId, by: 'executive' })
    must(await (await foyer.as('executive')).write(spaces.deleteWords, { saidId: replyId as never }))
    const label = (await labelsOf('member', [postId])).get(postId)
    assert.deepEqual([label?.state, label?.answerId], ['open', null])
  })

  it('is told of questions that one may read, and of nothing else', async () => {
    const member = await foyer.as('member')
    const note = must(await member.write(spaces.writePost, { spaceId: plant, body: 'No question.' })).id
    const seen = await ask(foyer, { spaceId: plant, title: 'Seen' })
    const secret = await ask(foyer, { spaceId: board, title: 'Secret', by: 'executive' })
    for (const who of ['member', 'administrator', 'outsider'] as const)
      assert.deepEqual([...(await labelsOf(who, [note, seen, secret])).keys()], [seen], who)
    assert.equal((await labelsOf('executive', [secret])).size, 1)
    assert.equal((await foyer.anyone.read(answers.listLabels, { postIds: [seen] })).status, 401)
  })

  it('is told of at most fifty at once', async () => {
    const postIds = Array.from(
      { length: 51 },
      (_, index) => `0192f0c1-0000-7000-8000-0000000000${String(index + 10)}` as PostId,
    )
    const caller = await foyer.as('member')
    assert.equal((await caller.read(answers.listLabels, { postIds })).status, 400)
    assert.equal((await caller.read(answers.listLabels, { postIds: postIds.slice(1) })).status, 200)
  })
})
