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

type Words = { postId: PostId; body: string; answersId?: ReplyId }

async function reply(who: CastName, words: Words): Promise<ReplyId> {
  pass()
  return (await (await foyer.as(who)).write(spaces.writeReply, words)).body.id
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
  const postId = (await member.write(spaces.writePost, said)).body.id
  const own = await reply('executive', { postId, body: 'Since when?' })
  await reply('delegate', { postId, body: 'It was so last year.' })
  assert.deepEqual(await waiting(), [])
  await reply('member', { postId, body: 'Since nine.', answersId: own })
  assert.deepEqual(await waiting(), [{ words: 'Since nine.', byName: false, tookPart: true }])
  await reply('executive', { postId, body: 'Thank you.' })
  assert.deepEqual(await waiting(), [])
  await reply('member', { postId, body: `${mention('executive')} shall we buy another?` })
  const cards = await waiting()
  assert.deepEqual(
    cards.map(({ byName, tookPart }) => ({ byName, tookPart })),
    [{ byName: true, tookPart: true }],
  )
})
