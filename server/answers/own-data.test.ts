// What of answers is in somebody's copy of their own data, and what goes once they have left.
import assert from 'node:assert/strict'
import { text } from 'node:stream/consumers'
import { it } from 'node:test'
import { answers } from '#contract/answers'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { answersOwnData } from './export.ts'

const foyer = await startFoyer()
const plant = must(
  await (await foyer.as('plantManager')).write(spaces.createSpace, { name: 'Plant', visibility: 'open' }),
).id

async function copyOf(who: CastName): Promise<Record<string, unknown>> {
  const copy: Record<string, unknown> = {}
  for await (const entry of answersOwnData.entries({
    db: foyer.db,
    personId: cast[who].id,
  }))
    if ('text' in entry) copy[entry.path] = JSON.parse(await text(entry.text))
  return copy
}

it('a copy holds what one waited for, accepted, answers for and was asked, and what leaving takes is theirs alone', async () => {
  const member = await foyer.as('member')
  const supervisor = await foyer.as('supervisor')
  const question = { spaceId: plant, kind: 'question' as const, body: 'Who may stop line 3 at night?' }
  const postId = must(await member.write(spaces.writePost, question)).id
  must(await (await foyer.as('outsider')).write(answers.wantToKnow, { postId }))
  must(await member.write(answers.routeQuestion, { postId, personId: cast.supervisor.id }))
  const reply = must(await supervisor.write(spaces.writeReply, { postId, body: 'Whoever stands at it.' }))
  must(await member.write(answers.acceptAnswer, { postId, replyId: reply.id }))
  const ids = (copy: Record<string, unknown>, path: string) =>
    (copy[path] as { id: string }[]).map(({ id }) => id)
  assert.deepEqual(ids(await copyOf('outsider'), 'wanted-to-know.json'), [postId])
  assert.deepEqual(ids(await copyOf('member'), 'accepted-answers.json'), [postId])
  assert.deepEqual(ids(await copyOf('member'), 'questions-you-put-to-others.json'), [postId])
  const theirs = await copyOf('supervisor')
  assert.deepEqual(ids(theirs, 'questions-put-to-you.json'), [postId])
  assert.deepEqual(
    (theirs['accepted-answers.json'] as { youAnswerForIt: boolean; youAccepted: boolean }[]).map(
      ({ youAnswerForIt, youAccepted }) => [youAnswerForIt, youAccepted],
    ),
    [[true, false]],
  )
  await answersOwnData.forget({ db: foyer.db, personId: cast.supervisor.id })
  assert.deepEqual(ids(await copyOf('supervisor'), 'questions-put-to-you.json'), [])
  const standing = must(await member.read(answers.getQuestion, { postId }))
  assert.deepEqual([standing.state, standing.answer?.replyId, standing.owner], ['answered', reply.id, null])
})
