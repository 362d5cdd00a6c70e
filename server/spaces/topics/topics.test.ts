// Topics, through the door: their pages, following, and what is merged.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { topics } from '#contract/topics'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let board: SpaceId
let gate: SpaceId

before(async () => {
  const member = await foyer.as('member')
  const executive = await foyer.as('executive')
  plant = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
  const porous = { name: 'Gate', visibility: 'closed' as const, isPorous: true }
  gate = must(await executive.write(spaces.createSpace, porous)).id
  must(await executive.write(spaces.invitePerson, { spaceId: gate, personId: cast.guest.id }))
})

type Saying = { by?: CastName; spaceId?: SpaceId }

async function say(body: string, { by = 'member', spaceId = plant }: Saying = {}): Promise<PostId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  return must(await (await foyer.as(by)).write(spaces.writePost, { spaceId, body })).id
}

async function reply(postId: PostId, body: string): Promise<SaidId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  const said = must(await (await foyer.as('member')).write(spaces.writeReply, { postId, body }))
  return said.id as string as SaidId
}

async function topicFor(who: CastName, topic: string) {
  return must(await (await foyer.as(who)).read(topics.getTopic, { topic }))
}

async function postsFor(who: CastName, topic: string, limit = 50): Promise<PostId[]> {
  const caller = await foyer.as(who)
  const ids: PostId[] = []
  let cursor: string | undefined
  do {
    const page = must(await caller.read(topics.listPostsOfTopic, { topic, limit, cursor }))
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  return ids
}

async function merge(topic: string, into: string) {
  return (await foyer.as('steward')).write(topics.mergeTopics, { topic, into })
}

async function unmerge(topic: string) {
  return (await foyer.as('steward')).write(topics.unmergeTopic, { topic })
}

describe('the page of a topic', () => {
  it('lists its threads by their newest activity, each once, page by page', async () => {
    const first = await say('One of #valves')
    const second = await say('Two of #Valves')
    const third = await say('Three, at first of nothing')
    await reply(third, 'but now of #valves, and #valves again')
    assert.deepEqual(await postsFor('executive', '#VALVES', 2), [third, second, first])
    await reply(first, 'moves up')
    assert.deepEqual(await postsFor('executive', 'valves', 1), [first, third, second])
  })

  it('says where it is used, by whom it is followed, and what is named beside it', async () => {
    await say('A #kiln and its #bricks')
    await say('The #kiln again, and #bricks, and #smoke')
    for (const who of ['supervisor', 'executive'] as const) {
      must(await (await foyer.as(who)).write(topics.followTopic, { topic: 'Kiln' }))
    }
    const kiln = await topicFor('executive', 'kiln')
    assert.equal(kiln.postCount, 2)
    assert.deepEqual(
      kiln.spaces.map(({ space, postCount }) => [space.name, postCount]),
      [['Plant', 2]],
    )
    assert.deepEqual(kiln.related, [
      { topic: 'bricks', postCount: 2 },
      { topic: 'smoke', postCount: 1 },
    ])
    assert.deepEqual(
      kiln.followers.map(({ name }) => name),
      [cast.executive.name, cast.supervisor.name],
    )
    assert.deepEqual([kiln.followerCount, kiln.youFollow, kiln.may.merge], [2, true, false])
    assert.equal((await topicFor('steward', 'kiln')).may.merge, true)
  })

  it('tells nothing of what one may not see: not in counts, lists, names of followers, or what is related', async () => {
    await say('The #merger and the #layoffs', { by: 'executive', spaceId: board })
    await say('Open #layoffs of nothing')
    must(await (await foyer.as('executive')).write(topics.followTopic, { topic: 'merger' }))
    const unused = await topicFor('member', 'never-said')
    assert.deepEqual(await topicFor('member', 'merger'), { ...unused, topic: 'merger' })
    assert.deepEqual(await postsFor('member', 'merger'), [])
    const layoffs = await topicFor('member', 'layoffs')
    assert.deepEqual([layoffs.postCount, layoffs.related], [1, []])
    const lately = must(await (await foyer.as('member')).read(topics.listTopics, {})).lately
    assert.equal(
      lately.find(({ topic }) => topic === 'merger'),
      undefined,
    )
    assert.equal(lately.find(({ topic }) => topic === 'layoffs')?.saidCount, 1)
    assert.equal((await topicFor('executive', 'layoffs')).postCount, 2)
  })

  it('shows guests what stands in their spaces, and nobody who follows it', async () => {
    const id = await say('Delivery of #steel', { by: 'executive', spaceId: gate })
    await say('More #steel inside')
    must(await (await foyer.as('executive')).write(topics.followTopic, { topic: 'steel' }))
    const steel = await topicFor('guest', 'steel')
    assert.deepEqual([steel.postCount, steel.followers, steel.followerCount], [1, [], 0])
    assert.deepEqual(await postsFor('guest', 'steel'), [id])
  })

  it('forgets a thread once nothing in it names the topic any more', async () => {
    const id = await say('About #ghosts')
    const said = await reply(id, 'yes, #ghosts')
    const member = await foyer.as('member')
    must(await member.write(spaces.editWords, { saidId: id as string as SaidId, body: 'About nothing' }))
    assert.deepEqual(await postsFor('executive', 'ghosts'), [id])
    must(await member.write(spaces.deleteWords, { saidId: said }))
    assert.deepEqual(await postsFor('executive', 'ghosts'), [])
    must(await member.write(spaces.restoreWords, { saidId: said }))
    assert.deepEqual(await postsFor('executive', 'ghosts'), [id])
  })

  it('refuses what is no topic', async () => {
    const member = await foyer.as('member')
    for (const topic of ['two words', '', '#', 'a'.repeat(61), '<b>', '../x', 'a\u0000b']) {
      assert.equal((await member.read(topics.getTopic, { topic })).status, 400, topic)
    }
  })
})

describe('a followed topic', () => {
  const home = async (who: CastName) => must(await (await foyer.as(who)).read(spaces.getFeed, { limit: 50 }))

  it('brings its threads home and says so, unless something else brought them', async () => {
    const id = await say('On #boilers')
    const outsider = await foyer.as('outsider')
    assert.deepEqual((await home('outsider')).items, [])
    must(await outsider.write(topics.followTopic, { topic: '#Boilers' }))
    assert.deepEqual(
      (await home('outsider')).items.map((card) => [card.id, card.followedTopic]),
      [[id, 'boilers']],
    )
    must(await outsider.write(spaces.follow, { what: 'thread', id }))
    assert.deepEqual(
      (await home('outsider')).items.map((card) => [card.id, card.followedTopic]),
      [[id, null]],
    )
    must(await outsider.write(spaces.unfollow, { what: 'thread', id }))
    must(await outsider.write(topics.unfollowTopic, { topic: 'boilers' }))
    assert.deepEqual((await home('outsider')).items, [])
  })

  it('brings nothing home that one may not see', async () => {
    await say('Secret #boilers', { by: 'executive', spaceId: board })
    const outsider = await foyer.as('outsider')
    must(await outsider.write(topics.followTopic, { topic: 'boilers' }))
    assert.ok((await home('outsider')).items.every(({ space }) => space.id === plant))
    must(await outsider.write(topics.unfollowTopic, { topic: 'boilers' }))
  })

  it('loses no thread between pages where two words of one topic bring the same ones', async () => {
    const ids: PostId[] = []
    for (const each of ['a', 'b', 'c', 'd', 'e']) ids.unshift(await say(`${each} of #pumps and #pump`))
    must(await merge('pumps', 'pump'))
    const outsider = await foyer.as('outsider')
    must(await outsider.write(topics.followTopic, { topic: 'pumps' }))
    const seen: PostId[] = []
    let cursor: string | undefined
    do {
      const page = must(await outsider.read(spaces.getFeed, { limit: 2, cursor }))
      seen.push(...page.items.map(({ id }) => id))
      assert.ok(page.items.every(({ followedTopic }) => followedTopic === 'pump'))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    assert.deepEqual(seen, ids)
    assert.deepEqual(await postsFor('outsider', 'pump', 2), ids)
    must(await outsider.write(topics.unfollowTopic, { topic: 'pump' }))
    assert.deepEqual((await home('outsider')).items, [])
  })
})

describe('topics that are merged', () => {
  it('lead to one, in pages, search and suggestions, and leave the words as they were written', async () => {
    const one = await say('Too much #skrap')
    const other = await say('Less #scrap')
    must(await merge('skrap', 'scrap'))
    const merged = await topicFor('member', 'skrap')
    assert.deepEqual([merged.topic, merged.postCount, merged.aliases], ['scrap', 2, ['skrap']])
    assert.deepEqual(await postsFor('member', 'skrap'), [other, one])
    const member = await foyer.as('member')
    for (const query of ['topic:scrap', 'topic:skrap', 'topic:skrap much']) {
      const found = must(await member.read(spaces.search, { query })).items.map(({ postId }) => postId)
      assert.deepEqual(found, query.endsWith('much') ? [one] : [other, one], query)
    }
    const suggested = must(await member.read(spaces.suggestTopics, { text: 'skr' })).items
    assert.deepEqual(suggested, [{ topic: 'scrap', saidCount: 1 }])
    const thread = must(await member.read(spaces.getThread, { postId: one }))
    assert.equal(thread.post.body, 'Too much #skrap')
  })

  it('are merged and taken back by stewards alone', async () => {
    for (const who of ['member', 'executive', 'administrator', 'guest'] as const) {
      const caller = await foyer.as(who)
      const merging = await caller.write(topics.mergeTopics, { topic: 'aa', into: 'bb' })
      const taking = await caller.write(topics.unmergeTopic, { topic: 'skrap' })
      const listing = await caller.read(topics.listMergedTopics, {})
      assert.deepEqual([merging.status, taking.status, listing.status], [403, 403, 403], who)
    }
  })

  it('never lead in a circle, nor to two topics at once', async () => {
    must(await merge('north', 'east'))
    must(await merge('east', 'south'))
    assert.equal((await merge('south', 'north')).problem?.code, 'merge-circle')
    assert.equal((await merge('south', 'east')).problem?.code, 'merge-circle')
    assert.equal((await merge('north', 'west')).problem?.code, 'merged-already')
    assert.equal((await merge('West', '#west')).problem?.code, 'same-topic')
    assert.equal((await unmerge('west')).problem?.code, 'not-merged')
  })

  it('tell nobody what is talked about where they are not', async () => {
    await say('The #takeover', { by: 'executive', spaceId: board })
    must(await merge('harmless', 'takeover'))
    const unused = await topicFor('member', 'never-said')
    assert.deepEqual(await topicFor('member', 'harmless'), { ...unused, topic: 'harmless' })
    must(await (await foyer.as('member')).write(topics.followTopic, { topic: 'harmless' }))
    const { followed } = must(await (await foyer.as('member')).read(topics.listTopics, {}))
    assert.deepEqual(followed, ['harmless'])
    assert.equal((await topicFor('executive', 'harmless')).topic, 'takeover')
  })

  it('stand for themselves again exactly as before when a merge is taken back', async () => {
    await sql`delete from spaces.topic_alias`.execute(foyer.db)
    const words = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1']
    for (const word of words) await say(`only #${word}`)
    const stand = async () => {
      const rows = await sql`select alias, target, root from spaces.topic_alias order by alias`.execute(
        foyer.db,
      )
      const roots = await sql`select w, spaces.topic_root(w) as root from unnest(${words}::text[]) w`.execute(
        foyer.db,
      )
      return { merges: rows.rows, roots: roots.rows }
    }
    const pair = fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words))
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { maxLength: 6 }), pair, async (earlier, [topic, into]) => {
        await sql`delete from spaces.topic_alias`.execute(foyer.db)
        for (const [one, other] of earlier) await merge(one, other)
        const before = await stand()
        const counted = (await topicFor('member', into)).postCount
        if ((await merge(topic, into)).status !== 200) return
        assert.notDeepEqual(await stand(), before)
        must(await unmerge(topic))
        assert.deepEqual(await stand(), before)
        assert.equal((await topicFor('member', into)).postCount, counted)
      }),
      { numRuns: 40 },
    )
  })

  it('are listed for stewards with whoever merged them', async () => {
    await sql`delete from spaces.topic_alias`.execute(foyer.db)
    must(await merge('zebra', 'yak'))
    must(await merge('ant', 'bee'))
    const steward = await foyer.as('steward')
    const first = must(await steward.read(topics.listMergedTopics, { limit: 1 }))
    assert.deepEqual(
      first.items.map(({ topic, into, by }) => [topic, into, by.id as PersonId]),
      [['ant', 'bee', cast.steward.id]],
    )
    const cursor = first.nextCursor ?? undefined
    const second = must(await steward.read(topics.listMergedTopics, { limit: 1, cursor }))
    assert.deepEqual(
      second.items.map(({ topic }) => topic),
      ['zebra'],
    )
    assert.equal(second.nextCursor, null)
  })
})
