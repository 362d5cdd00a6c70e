// How questions stand, through the room's own door.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { answers } from '#contract/answers'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId

before(async () => {
  const member = await foyer.as('member')
  plant = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'private' })).id
})

async function ask(kind: 'question' | 'note' = 'question'): Promise<PostId> {
  const body = 'Who may stop line 3 at night?'
  return must(await (await foyer.as('member')).write(spaces.writePost, { spaceId: plant, kind, body })).id
}

it('a question that nothing was done with is open and named, and nobody else waits', async () => {
  const postId = await ask()
  const standing = must(await (await foyer.as('member')).read(answers.getQuestion, { postId }))
  assert.deepEqual(standing, {
    postId,
    state: 'open',
    strength: 'named',
    answer: null,
    owner: null,
    reviewOn: null,
    supersededBy: null,
    mergedInto: null,
    waitingCount: 0,
    youWait: false,
    youAsked: true,
    may: { accept: true, review: false, lead: false, wait: false },
  })
})

it('a question that one may not read does not exist, nor does a note', async () => {
  const executive = await foyer.as('executive')
  const hidden = await executive.read(answers.getQuestion, { postId: await ask() })
  assert.equal(hidden.problem?.code, 'no-such-question')
  const note = await (await foyer.as('member')).read(answers.getQuestion, { postId: await ask('note') })
  assert.equal(note.problem?.code, 'no-such-question')
})
