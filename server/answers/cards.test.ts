// What answers bring to the brief, through the brief's own door.
import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { brief } from '#contract/brief'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { openBriefHouse } from '#testing/brief-house'
import { cast } from '#testing/cast'

const { foyer, say, openAgain, cardOf } = await openBriefHouse()

/** As if so many days were left. */
async function reviewIn(postId: PostId, days: number): Promise<void> {
  await sql`
    update answers.question set review_on = '2026-03-02'::date + ${days}::int where post_id = ${postId}`.execute(
    foyer.db,
  )
}

async function answered(asked = 'Who may stop line 3 at night?'): Promise<PostId> {
  const postId = await say('member', asked)
  const executive = await foyer.as('executive')
  const { id: replyId } = must(
    await executive.write(spaces.writeReply, { postId, body: 'The shift supervisor may.' }),
  )
  must(await (await foyer.as('member')).write(answers.acceptAnswer, { postId, replyId }))
  return postId
}

it('an answer that is soon out of date comes to its owner, who finds it still true with one press and may take that back', async () => {
  const postId = await answered()
  assert.notEqual(cardOf(await openAgain(), postId)?.headline, 'An answer of yours to look at again')
  await reviewIn(postId, 10)
  assert.equal(cardOf(await openAgain(), postId)?.headline, 'An answer of yours to look at again')
  await reviewIn(postId, -3)
  const opened = await openAgain()
  const card = cardOf(opened, postId)
  assert.equal(card?.headline, 'An answer of yours is out of date')
  assert.deepEqual(card.facts, ['You answer for it, and were to look at it again 3 days ago'])
  assert.ok(opened.id !== null && card.words?.body === 'The shift supervisor may.')
  const executive = await foyer.as('executive')
  const meant = { briefId: opened.id, cardKey: card.key }
  must(await executive.write(brief.finishCard, { ...meant, action: 'still-true' }))
  assert.equal(must(await executive.read(answers.getQuestion, { postId })).state, 'answered')
  assert.equal(cardOf(await openAgain(), postId), undefined)
  must(await executive.write(brief.reopenCard, meant))
  const held = must(await executive.read(answers.getQuestion, { postId }))
  assert.deepEqual([held.state, held.reviewOn], ['out-of-date', '2026-02-27'])
})

it('an answer for which somebody else stands now comes to the former owner no longer', async () => {
  const postId = await answered('Who may stop line 4 at night?')
  await reviewIn(postId, 0)
  assert.notEqual(cardOf(await openAgain(), postId), undefined)
  const steward = await foyer.as('steward')
  must(await steward.write(answers.setReview, { postId, ownerId: cast.delegate.id }))
  assert.equal(cardOf(await openAgain(), postId), undefined)
})
