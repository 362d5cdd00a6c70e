// Whatever is done with a question, in whatever order, it stands in one of four ways and nobody answers for nothing.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { answers, QuestionState } from '#contract/answers'
import type { PostId, ReplyId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import type { CastName } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const DEEDS = [
  'accept',
  'accept-other',
  'take-back',
  'confirm',
  'review',
  'lead',
  'stop',
  'delete',
  'restore',
  'wait',
  'leave',
  'later',
] as const
const WHO = ['member', 'executive', 'steward', 'outsider'] as const
let plant: SpaceId

before(async () => {
  const keeper = await foyer.as('plantManager')
  plant = must(await keeper.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
})

async function ask(): Promise<PostId> {
  const question = { spaceId: plant, kind: 'question', body: 'Who may stop line 3?' } as const
  return must(await (await foyer.as('member')).write(spaces.writePost, question)).id
}

async function reply(who: CastName, postId: PostId): Promise<ReplyId> {
  return must(await (await foyer.as(who)).write(spaces.writeReply, { postId, body: 'Whoever stands there.' }))
    .id
}

/** A question with two replies of the executive's and the steward's, and one that is answered. */
async function openCase() {
  const [postId, other] = [await ask(), await ask()]
  const [one, two, elsewhere] = [
    await reply('executive', postId),
    await reply('steward', postId),
    await reply('steward', other),
  ]
  must(await (await foyer.as('member')).write(answers.acceptAnswer, { postId: other, replyId: elsewhere }))
  return { postId, other, one, two }
}

type Case = Awaited<ReturnType<typeof openCase>>

async function run({ postId, other, one, two }: Case, what: (typeof DEEDS)[number], by: CastName) {
  const who = await foyer.as(by)
  const saidId = one as string as SaidId
  const reviewOn = String(foyer.clock.now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 30 }))
  const deeds = {
    accept: () => who.write(answers.acceptAnswer, { postId, replyId: one }),
    'accept-other': () => who.write(answers.acceptAnswer, { postId, replyId: two }),
    'take-back': () => who.write(answers.takeBackAcceptance, { postId }),
    confirm: () => who.write(answers.confirmStillTrue, { postId }),
    review: () => who.write(answers.setReview, { postId, reviewOn }),
    lead: () => who.write(answers.supersede, { postId, byPostId: other }),
    stop: () => who.write(answers.supersede, { postId, byPostId: null }),
    delete: async () => (await foyer.as('executive')).write(spaces.deleteWords, { saidId }),
    restore: async () => (await foyer.as('executive')).write(spaces.restoreWords, { saidId }),
    wait: () => who.write(answers.wantToKnow, { postId }),
    leave: () => who.write(answers.stopWaiting, { postId }),
    later: async () => {
      // Time would end the sessions too, so the day comes nearer instead.
      await sql`update answers.question set review_on = review_on - 100 where post_id = ${postId}`.execute(
        foyer.db,
      )
      return who.read(answers.getQuestion, { postId })
    },
  }
  return deeds[what]()
}

it('a question is open, answered, out of date or superseded, and what is said of it agrees with that', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...DEEDS), fc.constantFrom(...WHO)), { maxLength: 10 }),
      async (deeds) => {
        const made = await openCase()
        for (const [what, who] of deeds) {
          const done = await run(made, what, who)
          assert.ok(done.status < 500, `${what} by ${who}`)
          await holds(made.postId)
        }
      },
    ),
    { numRuns: 15 },
  )
})

async function holds(postId: PostId): Promise<void> {
  const seen = must(await (await foyer.as('outsider')).read(answers.getQuestion, { postId }))
  assert.ok(QuestionState.options.includes(seen.state))
  const today = String(foyer.clock.now.toZonedDateTimeISO('UTC').toPlainDate())
  assert.equal(seen.owner === null, seen.answer === null)
  assert.equal(seen.reviewOn === null, seen.answer === null)
  assert.equal(seen.state === 'superseded', seen.supersededBy !== null)
  if (seen.state === 'open') assert.equal(seen.answer, null)
  if (seen.state === 'answered') assert.ok(seen.reviewOn !== null && seen.reviewOn >= today)
  if (seen.state === 'out-of-date') assert.ok(seen.reviewOn !== null && seen.reviewOn < today)
  assert.ok(seen.waitingCount <= 3, 'nobody waits twice, and the asker is not counted')
}
