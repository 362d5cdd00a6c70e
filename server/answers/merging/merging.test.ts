// Merging duplicates and taking them apart, through the room's own door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { answers } from '#contract/answers'
import { notices } from '#contract/notices'
import type { PostId, ReplyId, SaidId, SpaceId, Visibility } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { MERGED_MAX } from './merging.ts'

const foyer = await startFoyer()
let open: SpaceId

async function openSpace(visibility: Visibility, members: readonly CastName[] = []): Promise<SpaceId> {
  const founder = await foyer.as('plantManager')
  const spaceId = must(await founder.write(spaces.createSpace, { name: 'Line 3', visibility })).id
  for (const who of members)
    must(await founder.write(spaces.invitePerson, { spaceId, personId: cast[who].id }))
  return spaceId
}

async function ask(who: CastName, spaceId = open, body = 'Who may stop line 3?'): Promise<PostId> {
  return must(await (await foyer.as(who)).write(spaces.writePost, { spaceId, kind: 'question', body })).id
}

async function wait(who: CastName, postId: PostId): Promise<void> {
  await (await foyer.as(who)).write(answers.wantToKnow, { postId })
}

const merge = async (who: CastName, postId: PostId, intoPostId: PostId) =>
  (await foyer.as(who)).write(answers.mergeQuestion, { postId, intoPostId })
const unmerge = async (who: CastName, postId: PostId) =>
  (await foyer.as(who)).write(answers.unmergeQuestion, { postId })
const standing = async (who: CastName, postId: PostId) =>
  must(await (await foyer.as(who)).read(answers.getQuestion, { postId }))
const mergingOf = async (who: CastName, postId: PostId) =>
  must(await (await foyer.as(who)).read(answers.getMerging, { postId }))

/** All that answers keeps, to the last column. */
async function dump(): Promise<unknown> {
  const found = await sql<{ kept: unknown }>`
    select json_build_object(
      'questions', (select json_agg(q order by q.post_id) from answers.question q),
      'waiting', (select json_agg(w order by w.post_id, w.person_id) from answers.waiting w),
      'merging', (select json_agg(m order by m.post_id) from answers.merging m),
      'told', (select json_agg(t order by t.post_id, t.person_id) from notices.told t)
    ) as kept`.execute(foyer.db)
  return found.rows[0]?.kept
}

before(async () => {
  open = await openSpace('open')
})

describe('merging', () => {
  it('leads from the merged question to the first one, and lists its wording there', async () => {
    const first = await ask('member')
    const again = await ask('supervisor', open, 'Who is allowed to halt the press line?')
    const merged = must(await merge('supervisor', again, first))
    assert.deepEqual([merged.into?.postId, merged.by?.name], [first, cast.supervisor.name])
    assert.deepEqual((await standing('member', again)).mergedInto?.postId, first)
    const { alsoAsked, into } = await mergingOf('member', first)
    assert.deepEqual(alsoAsked, [{ postId: again, line: 'Who is allowed to halt the press line?' }])
    assert.equal(into, null)
  })

  it('counts whoever waits for both once, and its asker as one who waits', async () => {
    const [first, again] = [await ask('member'), await ask('supervisor')]
    for (const postId of [first, again]) await wait('delegate', postId)
    await wait('member', again)
    must(await merge('steward', again, first))
    const { waitingCount, youWait } = await standing('delegate', first)
    assert.deepEqual([waitingCount, youWait], [2, true], 'the delegate and the second asker')
    assert.equal(
      (await standing('supervisor', again)).waitingCount,
      2,
      'those of the merged one are still its own',
    )
    must(await unmerge('steward', again))
    assert.equal((await standing('supervisor', first)).waitingCount, 1)
  })

  it('lets somebody wait no longer who began to at the merged one', async () => {
    const [first, again] = [await ask('member'), await ask('supervisor')]
    await wait('delegate', again)
    must(await merge('steward', again, first))
    const after = must(await (await foyer.as('delegate')).write(answers.stopWaiting, { postId: first }))
    assert.deepEqual([after.youWait, after.waitingCount], [false, 1])
  })

  it('tells the asker of the merged question, who finds the way there, and takes that back', async () => {
    const [first, again] = [await ask('member'), await ask('supervisor')]
    must(await merge('steward', again, first))
    const told = async () =>
      must(await (await foyer.as('supervisor')).read(notices.listNotices, {})).items.filter(
        ({ postId }) => postId === again,
      )
    const [notice] = await told()
    assert.deepEqual(notice?.sentences, [`${cast.steward.name} found that this was asked before.`])
    assert.equal(notice?.why, 'because you asked it')
    must(await unmerge('steward', again))
    assert.deepEqual(await told(), [])
  })

  it('is for its asker, a keeper of its space and stewards, and nobody else', async () => {
    const [first, again] = [await ask('member'), await ask('supervisor')]
    assert.equal((await merge('member', again, first)).problem?.code, 'not-yours-to-merge')
    must(await merge('plantManager', again, first))
    assert.equal((await unmerge('member', again)).problem?.code, 'not-yours-to-merge')
    assert.deepEqual((await mergingOf('member', again)).may, { merge: false, unmerge: false })
    assert.deepEqual((await mergingOf('supervisor', again)).may, { merge: false, unmerge: true })
  })

  it('leads through chains to their root, and taking one apart brings back what came with it', async () => {
    const [a, b, c] = [await ask('member'), await ask('member'), await ask('member')]
    must(await merge('steward', a, b))
    must(await merge('steward', b, c))
    assert.equal((await standing('member', a)).mergedInto?.postId, c)
    assert.equal((await mergingOf('member', c)).alsoAsked.length, 2)
    const d = await ask('member')
    assert.equal(must(await merge('steward', d, a)).into?.postId, c)
    must(await unmerge('steward', b))
    assert.equal((await standing('member', a)).mergedInto?.postId, b)
    assert.equal((await standing('member', b)).mergedInto, null)
    assert.equal((await standing('member', d)).mergedInto?.postId, c)
  })
})

describe('merging is refused', () => {
  it('into itself, in circles and twice', async () => {
    const [a, b, c] = [await ask('member'), await ask('member'), await ask('member')]
    assert.equal((await merge('steward', a, a)).problem?.code, 'merged-in-a-circle')
    must(await merge('steward', a, b))
    assert.equal((await merge('steward', b, a)).problem?.code, 'merged-in-a-circle')
    must(await merge('steward', b, c))
    assert.equal((await merge('steward', c, a)).problem?.code, 'merged-in-a-circle')
    assert.equal((await merge('steward', a, c)).problem?.code, 'merged-already')
    const d = await ask('member')
    assert.equal((await merge('steward', a, d)).problem?.code, 'merged-already')
    assert.equal((await unmerge('steward', d)).problem?.code, 'not-merged')
  })

  it('where somebody would be led to what they may not read', async () => {
    const few = await openSpace('private', ['steward', 'member'])
    const fewer = await openSpace('closed', ['steward'])
    const inFew = await ask('steward', few)
    const inFewer = await ask('steward', fewer)
    assert.equal((await merge('steward', await ask('member'), inFew)).problem?.code, 'not-all-may-read')
    assert.equal((await merge('steward', inFew, inFewer)).problem?.code, 'not-all-may-read')
    must(await merge('steward', inFewer, inFew))
    must(await merge('steward', inFew, await ask('member')))
  })

  it('for notes, for what is deleted, and for what one may not read', async () => {
    const asked = await ask('member')
    const member = await foyer.as('member')
    const note = must(
      await member.write(spaces.writePost, { spaceId: open, kind: 'note', body: 'A note.' }),
    ).id
    assert.equal((await merge('steward', asked, note)).problem?.code, 'no-such-question')
    const gone = await ask('member')
    must(await member.write(spaces.deleteWords, { saidId: gone as string as SaidId }))
    assert.equal((await merge('steward', asked, gone)).problem?.code, 'no-such-question')
    const hidden = await ask('plantManager', await openSpace('private'))
    assert.equal((await merge('steward', asked, hidden)).problem?.code, 'no-such-question')
    assert.equal((await merge('steward', hidden, asked)).problem?.code, 'no-such-question')
  })

  it(`once ${MERGED_MAX} are merged into one`, async () => {
    const [first, again] = [await ask('member'), await ask('member')]
    await sql`
      with made as (
        insert into spaces.post (id, space_id, author_id, kind, body, created_at)
        select gen_random_uuid(), ${open}, ${cast.member.id}, 'question', 'Once more?', ${foyer.clock.now}
        from generate_series(1, ${MERGED_MAX}::int) returning id
      )
      insert into answers.merging (post_id, into_id, by_id, at)
      select id, ${first}, ${cast.steward.id}, ${foyer.clock.now} from made`.execute(foyer.db)
    assert.equal((await merge('steward', again, first)).problem?.code, 'merged-too-often')
  })
})

it('a wording that one may not read is not among the others, nor is what a question was merged into', async () => {
  const few = await openSpace('private', ['steward'])
  const first = await ask('member')
  const secret = await ask('steward', few, 'Shall we close line 3?')
  must(await merge('steward', secret, first))
  assert.equal((await mergingOf('steward', first)).alsoAsked.length, 1)
  assert.deepEqual((await mergingOf('member', first)).alsoAsked, [])
  // Somebody who comes to a space later may read what was merged, and not what it leads to.
  const fewer = await openSpace('private', ['steward', 'supervisor'])
  const here = await openSpace('private', ['steward'])
  const asked = await ask('steward', here)
  must(await merge('steward', asked, await ask('steward', fewer)))
  await (await foyer.as('plantManager')).write(spaces.invitePerson, {
    spaceId: here,
    personId: cast.member.id,
  })
  const seen = await mergingOf('member', asked)
  assert.deepEqual([seen.into, seen.by, seen.at], [null, null, null])
})

it('two who merge in opposite directions at once end with one of them', async () => {
  const [a, b] = [await ask('member'), await ask('member')]
  const both = await Promise.all([merge('steward', a, b), merge('plantManager', b, a)])
  assert.deepEqual(both.map(({ problem }) => problem?.code).toSorted(), ['merged-in-a-circle', undefined])
})

const SOME: readonly CastName[] = ['member', 'supervisor', 'delegate']
const place = fc.nat({ max: 4 })
const deed = fc.oneof(
  fc.record({ what: fc.constant('wait' as const), question: place, who: fc.constantFrom(...SOME) }),
  fc.record({ what: fc.constant('accept' as const), question: place, who: fc.constantFrom(...SOME) }),
  fc.record({ what: fc.constant('merge' as const), question: place, into: place }),
  fc.record({ what: fc.constant('unmerge' as const), question: place }),
)

type Deed = typeof deed extends fc.Arbitrary<infer D> ? D : never

async function openCase() {
  const questions: PostId[] = []
  for (let each = 0; each < 5; each += 1) questions.push(await ask(SOME[each % SOME.length] ?? 'member'))
  const waited = new Map(questions.map((postId) => [postId, new Set<CastName>()]))
  const answered = new Map<PostId, ReplyId>()
  const at = (index: number) => questions[index] as PostId
  const accept = async (postId: PostId, who: CastName) => {
    const words = { postId, body: 'Whoever stands there.' }
    const { id: replyId } = must(await (await foyer.as(who)).write(spaces.writeReply, words))
    const accepted = await (await foyer.as('steward')).write(answers.acceptAnswer, { postId, replyId })
    // A merged question is answered where it leads.
    if (accepted.problem === undefined) answered.set(postId, replyId)
  }
  const run = async (each: Deed) => {
    if (each.what === 'merge') return merge('steward', at(each.question), at(each.into))
    if (each.what === 'unmerge') return unmerge('steward', at(each.question))
    if (each.what === 'accept') return accept(at(each.question), each.who)
    waited.get(at(each.question))?.add(each.who)
    return wait(each.who, at(each.question))
  }
  return { questions, waited, answered, run }
}

describe('whatever was done before', () => {
  it('unmerging right after merging restores everything that is kept, exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 8 }), place, place, async (deeds, question, into) => {
        const { questions, run } = await openCase()
        for (const each of deeds) await run(each)
        const [postId, intoPostId] = [questions[question] as PostId, questions[into] as PostId]
        const asItWas = await dump()
        if ((await merge('steward', postId, intoPostId)).problem === undefined)
          must(await unmerge('steward', postId))
        assert.deepEqual(await dump(), asItWas)
      }),
      { numRuns: 12 },
    )
  })

  it('nothing said or waited for is lost, and once all is taken apart each question stands by itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 12 }), async (deeds) => {
        const { questions, waited, answered, run } = await openCase()
        for (const each of deeds) await run(each)
        for (const postId of questions) await unmerge('steward', postId)
        for (const postId of questions) {
          const { waitingCount, answer, mergedInto } = await standing('steward', postId)
          assert.equal(mergedInto, null)
          assert.equal(answer?.replyId, answered.get(postId))
          const asker = SOME[questions.indexOf(postId) % SOME.length]
          assert.equal(waitingCount, [...(waited.get(postId) ?? [])].filter((who) => who !== asker).length)
        }
      }),
      { numRuns: 12 },
    )
  })
})
