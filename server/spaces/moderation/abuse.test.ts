// What is too much, and what is made to deceive, is refused with a sentence.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { auth } from '#contract/auth'
import { people } from '#contract/people'
import type { PersonId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { cookiesOf, must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type Caller, startFoyer } from '#testing/foyer'
import { REPLY_DEPTH_MAX } from '../words.ts'

const foyer = await startFoyer()
let floor: SpaceId
let member: Caller

before(async () => {
  member = await foyer.as('member')
  floor = must(await member.write(spaces.createSpace, { name: 'Floor', visibility: 'open' })).id
})

const post = (body: string, title?: string) => member.write(spaces.writePost, { spaceId: floor, body, title })
const mentions = (count: number) =>
  Array.from({ length: count }, () => `@[X](person:${newId<PersonId>(foyer.clock.now)})`).join(' ')

describe('words are refused with a sentence', () => {
  it('when they mention more than fifty people', async () => {
    must(await post(mentions(50)))
    const { problem } = await post(mentions(51))
    assert.equal(problem?.code, 'too-many-mentions')
    assert.match(problem?.detail ?? '', /^This mentions 51 people\. Mention at most 50/)
  })

  it('when they mention ten thousand', async () => {
    assert.deepEqual([(await post(mentions(3000))).status, (await post(mentions(10_000))).status], [400, 413])
  })

  it('when marks are piled on a letter, and not in languages that write with marks', async () => {
    for (const body of ['Việt Nam', 'שָׁלוֹם', 'กิ้ง', 'རྒྱུད་', '👩‍🚀 ❤️']) must(await post(body))
    const { problem } = await post(`Z${'\u0300'.repeat(20)}algo`)
    assert.match(problem?.detail ?? '', /more than 8 marks/)
  })

  it('when an invisible character shows letters in another order', async () => {
    must(await post('قال \u2067\u200Fنعم\u2069 then'))
    assert.match(
      (await post('invoice\u202Egnp.exe')).problem?.detail ?? '',
      /^The text holds an invisible character/,
    )
    assert.match((await post('Fine', 'A \u2067title')).problem?.detail ?? '', /^An invisible character/)
    const named = await member.write(people.updateProfile, { id: cast.member.id, name: 'Tomasz\u202E' })
    assert.match(named.problem?.detail ?? '', /^An invisible character/)
  })

  it('when replies answer replies deeper than anybody could follow', async () => {
    const postId = must(await post('Deep')).id
    let answersId: ReplyId | undefined
    for (let depth = 0; depth < REPLY_DEPTH_MAX; depth += 1)
      answersId = must(await member.write(spaces.writeReply, { postId, body: 'Deeper', answersId })).id
    const { problem } = await member.write(spaces.writeReply, { postId, body: 'Too deep', answersId })
    assert.equal(problem?.code, 'too-deep')
    must(await member.write(spaces.writeReply, { postId, body: 'From the top' }))
  })
})

describe('a newcomer', () => {
  async function newcomer(): Promise<Caller> {
    const administrator = await foyer.as('administrator')
    const address = `fresh-${newId(foyer.clock.now)}@foyer.test`
    must(await administrator.write(people.addPerson, { name: 'Fresh Face', address }))
    await foyer.anyone.write(auth.askForLink, { address })
    const token = foyer.mails.at(-1)?.text.match(/\/link\/([\w-]+)/)?.[1] ?? ''
    return foyer.callerWith(cookiesOf((await foyer.anyone.write(auth.useLink, { token })).headers))
  }

  it('says less in the first days, and hears when that ends', async () => {
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 4 })
    const fresh = await newcomer()
    const say = (body: string) => fresh.write(spaces.writePost, { spaceId: floor, body })
    const links = Array.from({ length: 4 }, (_, index) => `https://example.org/${index}`).join(' ')
    const refused = await say(links)
    assert.deepEqual([refused.status, refused.problem?.code], [429, 'newcomer'])
    assert.match(
      refused.problem?.detail ?? '',
      /one posts at most 3 links at once\. That ends on Monday 9 March, or once 3 posts of yours have stood for a day\.$/,
    )
    assert.equal((await say(mentions(6))).problem?.code, 'newcomer')
    const file = must(await fresh.upload('long.txt', Buffer.alloc(5_000_001, 'a')))
    const withFile = { spaceId: floor, body: 'A file', fileIds: [file.id] }
    assert.equal((await fresh.write(spaces.writePost, withFile)).problem?.code, 'newcomer')
    for (let count = 0; count < 10; count += 1) must(await say('Hello'))
    assert.equal((await say('Once more')).problem?.code, 'newcomer')
    foyer.clock.now = foyer.clock.now.add({ hours: 25 })
    must(await say(links))
  })

  it('is none any more after three days', async () => {
    const fresh = await newcomer()
    const say = () => fresh.write(spaces.writePost, { spaceId: floor, body: mentions(6) })
    assert.equal((await say()).problem?.code, 'newcomer')
    foyer.clock.now = foyer.clock.now.add({ hours: 73 })
    must(await say())
  })
})

describe('writing has a limit', () => {
  it('for a minute, which says when it ends; reading goes on', async () => {
    const hasty = await startFoyer({ environment: { WORDS_PER_MINUTE: '3' } })
    const caller = await hasty.as('member')
    const { id } = must(await caller.write(spaces.createSpace, { name: 'Floor', visibility: 'open' }))
    for (let count = 0; count < 3; count += 1)
      must(await caller.write(spaces.writePost, { spaceId: id, body: 'x' }))
    const refused = await caller.write(spaces.writePost, { spaceId: id, body: 'x' })
    assert.deepEqual([refused.status, refused.problem?.code], [429, 'slow-down'])
    assert.match(refused.problem?.detail ?? '', /^That was a lot for a minute\. Try again in \d+ seconds?\.$/)
    must(await caller.read(spaces.listPosts, { spaceId: id }))
  })
})
