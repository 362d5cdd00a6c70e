import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { PostId, ReplyId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type CastName, cast, mention } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { spacesCards } from './cards.ts'

const foyer = await startFoyer()
const pass = () => {
  foyer.clock.now = foyer.clock.now.add({ minutes: 10 })
}

async function reply(who: CastName, postId: PostId, body: string, answersId?: ReplyId): Promise<ReplyId> {
  pass()
  const answers = answersId === undefined ? {} : { answersId }
  return (await (await foyer.as(who)).write(spaces.writeReply, { postId, body, ...answers })).body.id
}

async function waiting(): Promise<{ words: string; byName: boolean; tookPart: boolean }[]> {
  pass()
  const question = { db: foyer.db, readerId: cast.executive.id, at: foyer.clock.now, seed: 'any' }
  return (await spacesCards(question)).map(({ body, facts }) => ({
    words: body,
    byName: facts.askedByName ?? false,
    tookPart: facts.tookPart ?? false,
  }))
}

it('offers what answers the reader, though it names nobody, until the reader has spoken again', async () => {
  const member = await foyer.as('member')
  const space = (await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).body
  const said = { spaceId: space.id, kind: 'note' as const, body: 'The kiln is down.' }
  const post = (await member.write(spaces.writePost, said)).body.id
  const own = await reply('executive', post, 'Since when?')
  await reply('delegate', post, 'It was so last year.')
  assert.deepEqual(await waiting(), [])
  await reply('member', post, 'Since nine.', own)
  assert.deepEqual(await waiting(), [{ words: 'Since nine.', byName: false, tookPart: true }])
  await reply('executive', post, 'Thank you.')
  assert.deepEqual(await waiting(), [])
  const asked = `${mention('executive')} shall we buy another?`
  await reply('member', post, asked)
  const cards = await waiting()
  assert.deepEqual(
    cards.map(({ byName, tookPart }) => ({ byName, tookPart })),
    [{ byName: true, tookPart: true }],
  )
})
