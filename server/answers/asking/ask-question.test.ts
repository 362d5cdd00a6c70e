// Asking, through the room's own door.
import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { answers } from '#contract/answers'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId

before(async () => {
  const member = await foyer.as('member')
  plant = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'private' })).id
})

async function ask(given: { title: string; body?: string; spaceId?: SpaceId }) {
  return (await foyer.as('member')).write(answers.askQuestion, { spaceId: plant, ...given })
}

async function read(given: { title: string; body?: string }) {
  const { postId } = must(await ask(given))
  return must(await (await foyer.as('member')).read(spaces.getThread, { postId })).post
}

it('a question is a post of its space: its title above its details, or alone as what it says', async () => {
  const { kind, title, body, space } = await read({
    title: 'Who may stop line 3 at night?',
    body: 'It stood for an hour.',
  })
  assert.deepEqual(
    { kind, title, body, space: space.id },
    {
      ...{ kind: 'question', title: 'Who may stop line 3 at night?' },
      ...{ body: 'It stood for an hour.', space: plant },
    },
  )
  const short = await read({ title: ' Who may stop line 3? ', body: '  ' })
  assert.deepEqual([short.title, short.body], [null, 'Who may stop line 3?'])
})

it('what cannot be a question is refused with a sentence, and nothing is asked', async () => {
  const refusals = [
    { given: { title: ' ' }, says: /^Write your question first\./ },
    { given: { title: 'Lunch?' }, says: /^Ask in at least two words/ },
    { given: { title: '??? !!!' }, says: /^Ask in at least two words/ },
    { given: { title: 'why '.repeat(100) }, says: /at most 300 characters/ },
    { given: { title: 'Why is it so?', body: 'x'.repeat(20_001) }, says: /at most 20000 characters/ },
  ]
  const member = await foyer.as('member')
  const asked = async () => must(await member.read(spaces.listPosts, { spaceId: plant })).items.length
  const before = await asked()
  for (const { given, says } of refusals) {
    const { problem } = await ask(given)
    assert.match(problem?.detail ?? '', says)
  }
  assert.equal(await asked(), before)
})

it('a question without spaces between its words has words all the same', async () => {
  assert.equal((await read({ title: '休暇の申請はどこですか' })).body, '休暇の申請はどこですか')
})

it('a space that one may not read cannot be asked', async () => {
  const executive = await foyer.as('executive')
  const { problem, status } = await executive.write(answers.askQuestion, {
    spaceId: plant,
    title: 'What is said here?',
  })
  assert.equal(status, 404)
  assert.notEqual(problem, undefined)
})
