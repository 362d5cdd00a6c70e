// Attention through its own door: the budget, what is promised to those who ask, and the pace that is learned.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { attention } from '#contract/attention'
import { brief } from '#contract/brief'
import type { PostId, SaidId } from '#contract/ref'
import { voices } from '#contract/voices'
import { must } from '#testing/answer'
import { openBriefHouse } from '#testing/brief-house'
import { type CastName, cast, mention } from '#testing/cast'

const { foyer, circle, until, say, reply, react, open, openAgain, cardOf, readCard } = await openBriefHouse()

const overview = async (who: CastName = 'executive') =>
  must(await (await foyer.as(who)).read(attention.getAttention, {}))
const saves = async (wanted: { minutes?: number | null; pace?: 'own' | 'learned' }) =>
  must(await (await foyer.as('executive')).write(attention.saveAttention, wanted))
const answersBy = async (who: CastName, postId: PostId) =>
  must(await (await foyer.as(who)).read(attention.listAnswersBy, { postId }))

describe('an attention budget', () => {
  let asked: PostId
  let older: PostId

  it('is none at first, and refuses what is no budget', async () => {
    assert.equal((await overview()).attention, null)
    assert.equal((await openAgain()).attention, null)
    const executive = await foyer.as('executive')
    for (const minutes of [4, 601, 7.5]) {
      assert.equal((await executive.write(attention.saveAttention, { minutes })).problem?.code, 'wrong-input')
    }
  })

  it('tells whoever reads a thread by when whoever was asked answers, as it was told first', async () => {
    until('2026-03-03')
    const silent = await say('member', `${mention('plantManager')} may we stop line two?`)
    await saves({ minutes: 10 })
    older = await say('member', `${mention('executive')} may we buy the second kiln for Gdańsk?`)
    asked = await say('supervisor', `${mention('executive')} will the travel freeze end in March?`)
    const told = await answersBy('member', asked)
    assert.deepEqual(
      told.items.map(({ person, day, isOver }) => [person.name, day, isOver]),
      [[cast.executive.name, '2026-03-04', false]],
    )
    await saves({ minutes: 600 })
    await say('delegate', `${mention('executive')} could you sign the lease of hall four?`)
    assert.deepEqual(await answersBy('supervisor', asked), told)
    assert.deepEqual(
      (await answersBy('executive', silent)).items,
      [],
      'who has no budget is promised nothing for',
    )
    const thanks = await say('member', `${mention('executive')} thanks for the tour.`, { kind: 'note' })
    assert.deepEqual(
      (await answersBy('member', thanks)).items,
      [],
      'what asks for nothing waits for no answer',
    )
  })

  it('is nobody else’s business, in a place that they cannot see', async () => {
    const hidden = await say('delegate', `${mention('executive')} who signs for the press?`, {
      spaceId: circle,
    })
    assert.equal((await answersBy('delegate', hidden)).items.length, 1)
    const problem = (await (await foyer.as('member')).read(attention.listAnswersBy, { postId: hidden }))
      .problem
    assert.equal(problem?.code, 'no-such-thread')
    assert.deepEqual((await overview('delegate')).promises.items, [])
  })

  it('counts a promise as kept by the end of its day, and opens the figure to its rows', async () => {
    until('2026-03-04')
    await answersBy('member', older)
    await reply('executive', asked, 'It ends on the first of March.')
    assert.deepEqual((await answersBy('supervisor', asked)).items, [])
    until('2026-03-09')
    assert.deepEqual(
      (await answersBy('member', older)).items.map(({ isOver }) => isOver),
      [true],
    )
    const { promises } = await overview()
    const rows = promises.items.map(({ postId, asker, wasKept }) => [postId, asker.name, wasKept])
    assert.deepEqual(
      rows.slice(0, 2).toSorted(),
      [
        [asked, cast.supervisor.name, true],
        [older, cast.member.name, false],
      ].toSorted(),
    )
    assert.equal(promises.keptCount, 1)
    assert.equal(promises.count, promises.items.length)
  })

  it('holds questions back once it is spent, says when it goes on, and shows what waits longest on asking', async () => {
    until('2026-03-10')
    await saves({ minutes: 5 })
    const opened = await open()
    await readCard(opened, older, 300)
    const fresh = await say('outsider', `${mention('executive')} where may we unload?`)
    until('2026-03-11')
    const held = await open()
    assert.deepEqual([held.id, held.cards, held.attention?.isSpent], [null, [], true])
    assert.equal(held.attention?.goesOnAt, '2026-03-16T07:30:00Z')
    const longest = await openAgain()
    assert.ok(longest.cards.length > 0 && longest.cards.every(({ kind }) => kind === 'needs-you'))
    const times = longest.cards.map(({ words }) => words?.at ?? '')
    assert.deepEqual(times, times.toSorted())
    assert.ok(cardOf(longest, fresh) !== undefined)
    // Three and a half minutes a week are for questions, and more than those wait.
    assert.deepEqual(
      (await answersBy('outsider', fresh)).items.map(({ day }) => day),
      ['2026-03-23'],
    )
    until('2026-03-16')
    const next = await open()
    assert.ok(next.id !== null && next.attention?.isSpent === false && next.attention.secondsSpent === 0)
    await saves({ minutes: null })
    assert.equal((await overview()).attention, null)
  })

  it('leads whoever asked to earlier answers and to who was thanked for them', async () => {
    until('2026-03-17')
    const known = await say('plantManager', 'How do we unload the trailers at the northern ramp?')
    const helped = await reply('administrator', known, 'Unload trailers at the northern ramp after six.')
    await react('plantManager', helped)
    await say('member', 'Which northern entrance is open?')
    await saves({ minutes: 5 })
    const opened = await openAgain()
    const [first] = opened.cards
    assert.ok(first?.words)
    await readCard(opened, first.words.postId, 400)
    const fresh = await say(
      'outsider',
      `${mention('executive')} may we unload trailers at the northern ramp?`,
    )
    const { elsewhere } = await answersBy('outsider', fresh)
    assert.deepEqual(
      elsewhere?.threads.map(({ postId, replyCount }) => [postId, replyCount]),
      [[known, 1]],
    )
    assert.deepEqual(
      elsewhere?.people.map(({ person, thankedCount }) => [person.name, thankedCount]),
      [[cast.administrator.name, 1]],
    )
    const { items, elsewhere: none } = await answersBy('member', fresh)
    assert.deepEqual([items.length, none], [1, null])
    await saves({ minutes: null })
  })
})

describe('the pace of a reader', () => {
  it('is learned at night from twenty readings, in seconds of cards at once, and given up for one’s own', async () => {
    until('2026-03-20')
    const words = Array.from({ length: 200 }, (_, index) => `the crew painted panel ${index} again`).join(' ')
    const long = await say('steward', `${mention('executive')} could you read this? ${words}`)
    const executive = await foyer.as('executive')
    const before = cardOf(await openAgain(), long)?.seconds ?? 0
    for (let number = 0; number < 20; number += 1) {
      const body = `Report ${number}. ${'one more panel was painted twice tonight '.repeat(7)}`
      const saidId = (await say('outsider', body, { kind: 'note' })) as string as SaidId
      must(await executive.write(voices.recordReading, { saidId, seconds: 10 }))
    }
    assert.equal((await overview()).pace.learned, null)
    const opened = await openAgain()
    const [other] = opened.cards.filter(({ kind }) => kind === 'needs-you')
    assert.ok(other?.words)
    await readCard(opened, other.words.postId, 5)
    await foyer.runJob('brief/learn-paces', {})
    const { pace } = await overview()
    assert.deepEqual(
      [pace.choice, pace.wordsPerMinute, pace.learned?.wordsPerMinute],
      ['learned', pace.learned?.wordsPerMinute, pace.learned?.wordsPerMinute],
    )
    assert.ok(pace.wordsPerMinute > 250 && (pace.learned?.readingCount ?? 0) >= 20)
    const faster = await say('steward', `${mention('executive')} could you read this too? ${words}`)
    assert.ok((cardOf(await openAgain(), faster)?.seconds ?? before) < before)
    assert.equal((await saves({ pace: 'own' })).pace.wordsPerMinute, 238)
    await saves({ pace: 'learned' })
    must(await executive.write(brief.saveSettings, { settings: { wordsPerMinute: 200 } }))
    assert.deepEqual([(await overview()).pace.choice, (await overview()).pace.wordsPerMinute], ['own', 200])
  })
})
