// What goes to somebody, when and by what: held over whole weeks, whatever comes in and whatever was chosen.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { PostId } from '#contract/ref'
import { type Channels, planFor, type Reader, type Sending, type Waiting } from './batches.ts'
import { isAfter, isQuiet, isSameDay, type Rhythm } from './rhythm.ts'

const usual: Rhythm = {
  timeZone: 'Europe/Oslo',
  weekdays: [1, 2, 3, 4, 5],
  times: ['08:00', '16:00'],
  quiet: { from: '19:00', until: '07:00' },
}
const at = (text: string) => Temporal.Instant.from(text)
const reader = (more: Partial<Reader> = {}): Reader => ({
  rhythm: usual,
  channels: { first: 'mail', second: 'none' },
  urgentChannel: 'mail',
  isHalved: false,
  lastBatchAt: undefined,
  lastPushAt: undefined,
  choseAt: undefined,
  ...more,
})
const came = (text: string, more: Partial<Waiting> = {}): Waiting => ({
  postId: `post ${text}` as PostId,
  cameAt: at(text),
  dueAt: undefined,
  sent: undefined,
  isSentAgain: false,
  ...more,
})
const planAt = (now: string, waiting: Waiting[], more: Partial<Reader> = {}) => {
  const { sending, lookAgainAt } = planFor(reader(more), waiting, at(now))
  return [sending?.kind, sending?.channel, lookAgainAt?.toString()]
}

describe('what waits', () => {
  it('goes with the next batch, all of it together', () => {
    const waiting = [came('2026-03-02T09:00:00Z'), came('2026-03-02T10:00:00Z')]
    assert.deepEqual(planAt('2026-03-02T10:01:00Z', waiting), [undefined, undefined, '2026-03-02T15:00:00Z'])
    const { sending } = planFor(reader(), waiting, at('2026-03-02T15:00:00Z'))
    assert.equal(sending?.items.length, 2)
  })

  it('goes late rather than never when Foyer was not there, but not into the night', () => {
    const waiting = [came('2026-03-02T09:00:00Z')]
    assert.deepEqual(planAt('2026-03-02T16:30:00Z', waiting).slice(0, 2), ['batch', 'mail'])
    assert.deepEqual(planAt('2026-03-02T18:30:00Z', waiting), [undefined, undefined, '2026-03-03T06:00:00Z'])
  })

  it('tries the second channel once the first stayed unseen for two hours, and never again after that', () => {
    const channels: Channels = { first: 'push', second: 'mail' }
    const sent = { at: at('2026-03-02T07:00:00Z'), isOpened: false }
    const unseen = came('2026-03-02T06:00:00Z', { sent })
    assert.deepEqual(planAt('2026-03-02T07:01:00Z', [unseen], { channels })[2], '2026-03-02T09:00:00Z')
    assert.deepEqual(planAt('2026-03-02T09:00:00Z', [unseen], { channels }).slice(0, 2), ['again', 'mail'])
    const opened = { ...unseen, sent: { ...sent, isOpened: true } }
    assert.deepEqual(planAt('2026-03-02T09:00:00Z', [opened], { channels }), [
      undefined,
      undefined,
      undefined,
    ])
    const again = { ...unseen, isSentAgain: true }
    assert.deepEqual(planAt('2026-03-02T09:00:00Z', [again], { channels }), [undefined, undefined, undefined])
  })

  it('stands in the page for two hours first, where that is what somebody wants', () => {
    const channels: Channels = { first: 'in-app', second: 'mail' }
    const look = (text: string) => planAt('2026-03-02T12:00:00Z', [came(text)], { channels })[2]
    assert.equal(look('2026-03-02T12:00:00Z'), '2026-03-02T15:00:00Z')
    assert.equal(look('2026-03-02T13:30:00Z'), '2026-03-03T07:00:00Z')
    const inAppAlone: Channels = { first: 'in-app', second: 'none' }
    const waiting = [came('2026-03-02T12:00:00Z')]
    assert.equal(planAt('2026-03-02T12:00:00Z', waiting, { channels: inAppAlone })[2], undefined)
  })

  it('goes with the next batch and not at once when somebody changes what they want', () => {
    const choseAt = at('2026-03-02T11:00:00Z')
    const look = planAt('2026-03-02T11:00:00Z', [came('2026-03-01T09:00:00Z')], { choseAt })
    assert.deepEqual(look, [undefined, undefined, '2026-03-02T15:00:00Z'])
  })

  it('goes with every other batch once nobody opens them', () => {
    const lastBatchAt = at('2026-03-02T07:00:00Z')
    const waiting = [came('2026-03-02T09:00:00Z')]
    const look = planAt('2026-03-02T09:00:00Z', waiting, { isHalved: true, lastBatchAt })[2]
    assert.equal(look, '2026-03-03T07:00:00Z')
  })

  it('goes at once, in the night too, where somebody whom the reader chose needs an answer by then', () => {
    const urgent = came('2026-03-02T20:00:00Z', { dueAt: at('2026-03-02T23:00:00Z') })
    assert.deepEqual(planAt('2026-03-02T20:01:00Z', [urgent]).slice(0, 2), ['urgent', 'mail'])
    assert.equal(planAt('2026-03-02T23:00:00Z', [urgent])[0], undefined)
  })
})

type Gone = Sending & { at: Temporal.Instant }
type Story = { comesAfterMinutes: number[]; urgent: number; reader: Reader }

/** Lives through what comes, looking when the plan says so; nothing is ever seen. */
function live({ comesAfterMinutes, urgent, reader: chosen }: Story): Gone[] {
  const begins = at('2026-03-26T00:00:00Z')
  const waiting = new Map<PostId, Waiting>()
  const gone: Gone[] = []
  let [lastBatchAt, lastPushAt] = [chosen.lastBatchAt, chosen.lastPushAt]
  const comes = comesAfterMinutes.toSorted((a, b) => a - b).map((minutes) => begins.add({ minutes }))
  const looks = comes.map((each) => ({ at: each, isNew: true }))
  for (let rounds = 0; looks.length > 0; rounds += 1) {
    assert.ok(rounds < 1000, 'it comes to an end')
    looks.sort((one, other) => Temporal.Instant.compare(one.at, other.at))
    const look = looks.shift()
    if (look === undefined) break
    const now = look.at
    if (look.isNew) {
      const postId = `post ${rounds}` as PostId
      const dueAt = rounds % 7 < urgent ? now.add({ hours: 2 }) : undefined
      waiting.set(postId, { postId, cameAt: now, dueAt, sent: undefined, isSentAgain: false })
    }
    const { sending, lookAgainAt } = planFor(
      { ...chosen, lastBatchAt, lastPushAt },
      [...waiting.values()],
      now,
    )
    if (lookAgainAt !== undefined) {
      assert.ok(
        sending !== undefined || isAfter(lookAgainAt, now),
        'it does not look at one instant for ever',
      )
      looks.push({ at: lookAgainAt, isNew: false })
    }
    if (sending === undefined) continue
    gone.push({ ...sending, at: now })
    if (sending.kind === 'batch') lastBatchAt = now
    if (sending.channel === 'push' && sending.kind !== 'urgent') lastPushAt = now
    for (const item of sending.items) {
      const sent = item.sent ?? { at: now, isOpened: false }
      const isSentAgain = item.isSentAgain || sending.kind === 'again'
      waiting.set(item.postId, { ...item, sent, isSentAgain, dueAt: undefined })
    }
  }
  return gone
}

const stories = fc.record({
  comesAfterMinutes: fc.array(fc.integer({ min: 0, max: 10 * 24 * 60 }), { maxLength: 40 }),
  urgent: fc.integer({ min: 0, max: 3 }),
  reader: fc.record({
    rhythm: fc.record({
      timeZone: fc.constantFrom('Europe/Oslo', 'America/New_York', 'Asia/Tokyo'),
      weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
      times: fc.constantFrom(['08:00'], ['08:00', '16:00'], ['07:00', '12:00', '18:30'], ['20:00']),
      quiet: fc.constantFrom({ from: '19:00', until: '07:00' }, { from: '12:00', until: '14:00' }),
    }),
    channels: fc.constantFrom<Channels>(
      { first: 'mail', second: 'none' },
      { first: 'push', second: 'mail' },
      { first: 'mail', second: 'push' },
      { first: 'in-app', second: 'push' },
    ),
    urgentChannel: fc.constantFrom('mail' as const, 'push' as const),
    isHalved: fc.boolean(),
    lastBatchAt: fc.constant(undefined),
    lastPushAt: fc.constant(undefined),
    choseAt: fc.constant(undefined),
  }),
})

describe('over a fortnight', () => {
  it('nothing empty goes, nothing that can wait goes in quiet hours, and a channel says nothing twice', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const told = new Set<string>()
        for (const { kind, channel, items, at: when } of live(story)) {
          assert.ok(items.length > 0)
          if (kind !== 'urgent') assert.equal(isQuiet(when, story.reader.rhythm), false)
          for (const { postId } of items) {
            const key = `${postId} ${kind === 'urgent' ? 'urgent' : channel}`
            assert.ok(!told.has(key), key)
            told.add(key)
          }
        }
      }),
    )
  })

  it('at most one push goes a day, and at most as many batches as were chosen', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { rhythm } = story.reader
        const calm = live(story).filter(({ kind }) => kind !== 'urgent')
        const together = (one: Gone) => (other: Gone) => isSameDay(one.at, other.at, rhythm.timeZone)
        for (const each of calm) {
          const ofDay = calm.filter(together(each))
          assert.ok(ofDay.filter(({ channel }) => channel === 'push').length <= 1)
          assert.ok(ofDay.filter(({ kind }) => kind === 'batch').length <= rhythm.times.length)
        }
      }),
    )
  })

  it('whatever came has gone once by the first channel that reaches the reader', () => {
    fc.assert(
      fc.property(stories, (story) => {
        const { rhythm } = story.reader
        if (rhythm.weekdays.length === 0 || rhythm.times[0] === '20:00') return
        const told = new Set(live(story).flatMap(({ items }) => items.map(({ postId }) => postId)))
        assert.equal(told.size, story.comesAfterMinutes.length)
      }),
    )
  })
})
