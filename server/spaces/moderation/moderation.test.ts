// Reports, and what comes of them, through the door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { moderation } from '#contract/moderation'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { collectFiles } from '../files/collect-files.ts'

const foyer = await startFoyer()
let floor: SpaceId
let circle: SpaceId

before(async () => {
  const keeper = await foyer.as('plantManager')
  floor = must(await keeper.write(spaces.createSpace, { name: 'Floor', visibility: 'open' })).id
  circle = must(await keeper.write(spaces.createSpace, { name: 'Circle', visibility: 'private' })).id
  must(await keeper.write(spaces.invitePerson, { spaceId: circle, personId: cast.member.id }))
  must(await keeper.write(spaces.invitePerson, { spaceId: circle, personId: cast.supervisor.id }))
})

const later = () => {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
}

async function say(body: string, { by = 'member' as CastName, spaceId = floor } = {}) {
  later()
  const { id } = must(await (await foyer.as(by)).write(spaces.writePost, { spaceId, body, title: body }))
  return { postId: id, saidId: id as string as SaidId }
}

async function report(saidId: SaidId, by: CastName = 'supervisor', sentence?: string) {
  later()
  return (await foyer.as(by)).write(moderation.reportWords, { saidId, reason: 'unkind', sentence })
}

async function hide(saidId: SaidId, by: CastName = 'plantManager') {
  later()
  const sentence = 'It names a colleague.'
  return (await foyer.as(by)).write(moderation.hideWords, { saidId, reason: 'private', sentence })
}

async function waiting(who: CastName) {
  const items = must(await (await foyer.as(who)).read(moderation.listCases, { limit: 50 })).items
  return new Map(items.map((each) => [each.saidId, each]))
}

async function thread(postId: PostId, who: CastName = 'executive') {
  return must(await (await foyer.as(who)).read(spaces.getThread, { postId }))
}

const codeOf = ({ problem }: { problem: { code: string } | undefined }) => problem?.code

describe('a report', () => {
  it('reaches keepers and stewards with those words, once however many report them', async () => {
    const { saidId } = await say('You are all fools')
    must(await report(saidId, 'supervisor', 'This is unkind.'))
    must(await report(saidId, 'delegate'))
    must(await report(saidId, 'delegate'))
    for (const who of ['plantManager', 'steward'] as const) {
      const found = (await waiting(who)).get(saidId)
      assert.equal(found?.body, 'You are all fools')
      assert.deepEqual(
        found?.reports.map(({ person, sentence }) => [person.id, sentence]),
        [
          [cast.supervisor.id, 'This is unkind.'],
          [cast.delegate.id, null],
        ],
      )
    }
  })

  it('carries the words of a private space to stewards, and nothing else of it', async () => {
    const { saidId, postId } = await say('Between us', { spaceId: circle })
    must(await report(saidId))
    const found = (await waiting('steward')).get(saidId)
    assert.deepEqual([found?.body, found?.space, found?.isReadable], ['Between us', null, false])
    const steward = await foyer.as('steward')
    assert.equal(codeOf(await steward.read(spaces.getThread, { postId })), 'no-such-thread')
    must(await steward.write(moderation.letStand, { saidId }))
    const other = await say('Also between us', { spaceId: circle })
    assert.equal(codeOf(await hide(other.saidId, 'steward')), 'no-such-words')
  })

  it('reaches neither its author nor anybody who judges nothing', async () => {
    const { saidId } = await say('Mine', { by: 'plantManager' })
    must(await report(saidId))
    assert.equal((await waiting('plantManager')).has(saidId), false)
    assert.equal(codeOf(await hide(saidId)), 'your-own-words')
    const outsider = await foyer.as('outsider')
    assert.equal(codeOf(await outsider.read(moderation.listCases, {})), 'moderators-only')
    assert.equal(codeOf(await hide(saidId, 'outsider')), 'moderators-only')
  })

  it('can be taken back, and tells who made it what came of it', async () => {
    const supervisor = await foyer.as('supervisor')
    const { saidId } = await say('Hm')
    must(await report(saidId))
    must(await supervisor.write(moderation.withdrawReport, { saidId }))
    assert.equal((await waiting('steward')).has(saidId), false)
    must(await report(saidId))
    must(await supervisor.write(moderation.markCasesHeard, {}))
    later()
    must(await (await foyer.as('steward')).write(moderation.letStand, { saidId, sentence: 'It is a joke.' }))
    assert.equal(must(await supervisor.read(moderation.countCases, {})).unheard, 1)
    const own = must(await supervisor.read(moderation.listOwnCases, {})).items.find(
      (each) => each.saidId === saidId,
    )
    assert.deepEqual([own?.state, own?.as, own?.isUnheard], ['kept', 'reporter', true])
    later()
    must(await supervisor.write(moderation.markCasesHeard, {}))
    assert.equal(must(await supervisor.read(moderation.countCases, {})).unheard, 0)
  })

  it('is not made of own words, nor of words that are gone', async () => {
    const { saidId } = await say('Gone')
    assert.equal(codeOf(await report(saidId, 'member')), 'your-own-words')
    must(await (await foyer.as('member')).write(spaces.deleteWords, { saidId }))
    assert.equal(codeOf(await report(saidId)), 'words-deleted')
  })
})

describe('hidden words', () => {
  it('are read by their author with the reason, by keepers, and by nobody else', async () => {
    const { saidId, postId } = await say('Piotr is ill')
    must(await hide(saidId))
    const { post } = await thread(postId)
    assert.deepEqual([post.body, post.title, post.isDeleted], ['', null, true])
    assert.deepEqual(
      [post.hidden?.reason, post.hidden?.sentence, post.hidden?.mayAppeal],
      ['private', null, false],
    )
    const own = (await thread(postId, 'member')).post
    assert.deepEqual(
      [own.body, own.hidden?.sentence, own.hidden?.mayAppeal],
      ['Piotr is ill', 'It names a colleague.', true],
    )
    assert.equal((await thread(postId, 'plantManager')).post.body, 'Piotr is ill')
    const list = must(await (await foyer.as('executive')).read(spaces.listPosts, { spaceId: floor }))
    const card = list.items.find(({ id }) => id === postId)
    assert.deepEqual([card?.opening, card?.title, card?.hidden?.reason], ['', null, 'private'])
  })

  it('keep their place among the replies, and take no answer, reaction, change or deletion', async () => {
    const { postId } = await say('Begin')
    const member = await foyer.as('member')
    const replies: SaidId[] = []
    for (const body of ['one', 'two', 'three']) {
      later()
      replies.push(must(await member.write(spaces.writeReply, { postId, body })).id as string as SaidId)
    }
    const [, second] = replies as [SaidId, SaidId, SaidId]
    must(await hide(second))
    assert.deepEqual(
      (await thread(postId)).replies.map(({ id, body }) => [id, body]),
      replies.map((id, index) => [id, ['one', '', 'three'][index]]),
    )
    for (const write of [spaces.deleteWords, spaces.restoreWords])
      assert.equal(codeOf(await member.write(write, { saidId: second })), 'words-hidden')
    assert.equal(codeOf(await member.write(spaces.editWords, { saidId: second, body: 'x' })), 'words-hidden')
    const executive = await foyer.as('executive')
    assert.equal(
      codeOf(await executive.write(spaces.react, { saidId: second, kind: 'agree' })),
      'words-hidden',
    )
    assert.equal(codeOf(await report(second)), 'words-deleted')
  })

  it('come back as they were, with their title, their topics and their files', async () => {
    const member = await foyer.as('member')
    later()
    const file = must(await member.upload('plan.txt', Buffer.from('The plan')))
    const words = { spaceId: floor, title: 'The plan', body: 'Of the #turbine hall', fileIds: [file.id] }
    const { id: postId } = must(await member.write(spaces.writePost, words))
    const saidId = postId as string as SaidId
    const before = (await thread(postId)).post
    must(await hide(saidId))
    foyer.clock.now = foyer.clock.now.add({ hours: 30 })
    await collectFiles(foyer.files, { db: foyer.db, now: foyer.clock.now })
    assert.deepEqual((await thread(postId)).post.files, [])
    must(await (await foyer.as('steward')).write(moderation.restoreHidden, { saidId }))
    assert.deepEqual((await thread(postId)).post, before)
    const found = must(await (await foyer.as('executive')).read(spaces.search, { query: 'topic:turbine' }))
    assert.deepEqual(
      found.items.map((each) => each.postId),
      [postId],
    )
  })

  it('are hidden once: of two who decide at the same moment one is told', async () => {
    const { saidId } = await say('Twice')
    must(await report(saidId))
    const answers = await Promise.all([hide(saidId), hide(saidId, 'steward')])
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409])
  })
})

describe('an appeal', () => {
  it('is made once, by the author, and decided by somebody other than who hid the words', async () => {
    const { saidId, postId } = await say('Judge me again')
    must(await hide(saidId))
    const member = await foyer.as('member')
    const asks = { saidId, body: 'It was a quotation.' }
    assert.equal(codeOf(await (await foyer.as('executive')).write(moderation.appeal, asks)), 'not-your-words')
    must(await member.write(moderation.appeal, asks))
    assert.equal(codeOf(await member.write(moderation.appeal, asks)), 'appealed-already')
    const keeper = await foyer.as('plantManager')
    assert.equal((await waiting('plantManager')).get(saidId)?.may.dismiss, false)
    for (const act of [moderation.dismissAppeal, moderation.restoreHidden])
      assert.equal(codeOf(await keeper.write(act, { saidId })), 'same-moderator')
    const found = (await waiting('steward')).get(saidId)
    assert.deepEqual(
      [found?.appeal?.body, found?.may.dismiss, found?.may.restore],
      ['It was a quotation.', true, true],
    )
    const steward = await foyer.as('steward')
    must(await steward.write(moderation.dismissAppeal, { saidId }))
    assert.equal(codeOf(await member.write(moderation.appeal, asks)), 'appealed-already')
    must(await steward.write(moderation.reopenCase, { saidId }))
    must(await steward.write(moderation.restoreHidden, { saidId, sentence: 'It was indeed.' }))
    assert.equal((await thread(postId)).post.body, 'Judge me again')
  })

  it('carries the words of a private space to a steward, who can decide where its one keeper hid them', async () => {
    const { saidId } = await say('In the circle', { spaceId: circle })
    must(await hide(saidId))
    assert.equal((await waiting('steward')).has(saidId), false)
    must(await (await foyer.as('member')).write(moderation.appeal, { saidId, body: 'Please.' }))
    const found = (await waiting('steward')).get(saidId)
    assert.deepEqual([found?.body, found?.space, found?.may.restore], ['In the circle', null, true])
    must(await (await foyer.as('steward')).write(moderation.restoreHidden, { saidId }))
  })

  it('can be taken back and made again while nobody has decided', async () => {
    const { saidId } = await say('Wait')
    must(await hide(saidId))
    const member = await foyer.as('member')
    must(await member.write(moderation.appeal, { saidId, body: 'No.' }))
    must(await member.write(moderation.withdrawAppeal, { saidId }))
    must(await member.write(moderation.appeal, { saidId, body: 'Please.' }))
    assert.equal((await waiting('steward')).get(saidId)?.appeal?.body, 'Please.')
  })
})

describe('the log', () => {
  it('tells stewards and administrators everything, and others what concerned them', async () => {
    const { saidId, postId } = await say('Logged')
    must(await hide(saidId))
    for (const who of ['steward', 'administrator'] as const) {
      const [last] = must(await (await foyer.as(who)).read(moderation.listActs, { which: 'all' })).items
      assert.deepEqual(
        [last?.act, last?.by?.id, last?.about?.id, last?.postId, last?.sentence],
        ['hidden', cast.plantManager.id, cast.member.id, postId, 'It names a colleague.'],
      )
    }
    const member = await foyer.as('member')
    assert.equal(codeOf(await member.read(moderation.listActs, { which: 'all' })), 'stewards-only')
    assert.equal(must(await member.read(moderation.listActs, {})).items[0]?.postId, postId)
    assert.deepEqual(must(await (await foyer.as('executive')).read(moderation.listActs, {})).items, [])
  })

  it('names no private space to whoever may not know of it', async () => {
    const { saidId } = await say('Logged in private', { spaceId: circle })
    must(await hide(saidId))
    const [last] = must(
      await (await foyer.as('administrator')).read(moderation.listActs, { which: 'all' }),
    ).items
    assert.deepEqual([last?.act, last?.space, last?.postId], ['hidden', null, null])
  })
})
