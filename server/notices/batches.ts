// Which of what waits for somebody goes now, by which channel, and when to look again. Pure: no clock, no SQL.
import type { PostId } from '#contract/ref'
import { isAfter, isSameDay, laterOf, nextBatch, nextLoud, type Rhythm } from './rhythm.ts'

/** A way to tell somebody outside the page. Inside it, everybody is told at once. */
export type Channel = 'mail' | 'push'
export type Channels = { first: Channel | 'in-app'; second: Channel | 'none' }

/** Whether what is sent is a batch, the same once more by another channel, or something that cannot wait. */
export type BatchKind = 'batch' | 'again' | 'urgent'

/** A thread with something unread for somebody. */
export type Waiting = {
  postId: PostId
  /** When the first of it came. */
  cameAt: Temporal.Instant
  /** Until when somebody whom the reader chose needs an answer, and the reader was not told so yet. */
  dueAt: Temporal.Instant | undefined
  /** How it was sent as it stands: at last by the first channel, and whether anything of that batch was seen. */
  sent: { at: Temporal.Instant; isOpened: boolean } | undefined
  /** Whether it was sent by the second channel too. */
  isSentAgain: boolean
}

export type Reader = {
  rhythm: Rhythm
  channels: Channels
  /** What goes at once where something cannot wait; undefined where nothing outside the page reaches the reader. */
  urgentChannel: Channel | undefined
  /** Whether only every other batch goes, since nobody opened them. */
  isHalved: boolean
  lastBatchAt: Temporal.Instant | undefined
  lastPushAt: Temporal.Instant | undefined
  /** When they last changed what they want: what waited until then goes with the next batch, not at once. */
  choseAt: Temporal.Instant | undefined
}

export type Sending = {
  kind: BatchKind
  channel: Channel
  /** When it was to go, which may be earlier than now; no two of a kind are for the same instant. */
  slotAt: Temporal.Instant
  items: Waiting[]
}

export type Plan = { sending: Sending | undefined; lookAgainAt: Temporal.Instant | undefined }

/** How long the first channel may stay unseen before the second is tried. */
const UNSEEN_HOURS = 2

/**
 * Decides for one reader. At most one thing is sent at a time; where more is ready, it is to be looked at again at once.
 * @param waiting what is unread and may be told of, in any order
 */
export function planFor(reader: Reader, waiting: readonly Waiting[], now: Temporal.Instant): Plan {
  const urgent = urgentOf(reader, waiting, now)
  if (urgent !== undefined) return { sending: urgent, lookAgainAt: now }
  const ready = [batchOf(reader, waiting), againOf(reader, waiting)]
    .flatMap((each) => each ?? [])
    .map((each) => ({ ...each, goesAt: goingAt(each, reader, now) }))
  const sending = ready.find(({ goesAt }) => goesAt !== undefined && !isAfter(goesAt, now))
  if (sending !== undefined) {
    const { kind, channel, slotAt, items } = sending
    return { sending: { kind, channel, slotAt, items }, lookAgainAt: now }
  }
  const next = ready.flatMap(({ goesAt }) => goesAt ?? []).toSorted(Temporal.Instant.compare)
  return { sending: undefined, lookAgainAt: next[0] }
}

/** Something late goes at once, unless it is quiet by then. */
function goingAt(
  { slotAt }: Sending,
  { rhythm }: Reader,
  now: Temporal.Instant,
): Temporal.Instant | undefined {
  return isAfter(slotAt, now) ? slotAt : nextLoud(now, rhythm)
}

function urgentOf(
  { urgentChannel }: Reader,
  waiting: readonly Waiting[],
  now: Temporal.Instant,
): Sending | undefined {
  const items = waiting.filter(({ dueAt }) => dueAt !== undefined && isAfter(dueAt, now))
  if (urgentChannel === undefined || items.length === 0) return undefined
  return { kind: 'urgent', channel: urgentChannel, slotAt: now, items }
}

/** The next batch, with all that was not sent yet; it goes at the first slot after something of it came. */
function batchOf(reader: Reader, waiting: readonly Waiting[]): Sending | undefined {
  const { channels, lastBatchAt, choseAt } = reader
  const channel = channels.first === 'in-app' ? channels.second : channels.first
  if (channel === 'none') return undefined
  // What stands in the page is given its two hours there, where that is the first channel.
  const hours = channels.first === 'in-app' ? UNSEEN_HOURS : 0
  const items = waiting.filter(({ sent }) => sent === undefined)
  const earliest = items.map(({ cameAt }) => cameAt).toSorted(Temporal.Instant.compare)[0]
  if (earliest === undefined) return undefined
  const slotAt = slotAfter(laterOf(laterOf(earliest.add({ hours }), lastBatchAt), choseAt), {
    reader,
    channel,
  })
  return slotAt && { kind: 'batch', channel, slotAt, items }
}

/** What was sent and not looked at for two hours, once more by the second channel; once and never again. */
function againOf(reader: Reader, waiting: readonly Waiting[]): Sending | undefined {
  const { channels, rhythm, lastPushAt } = reader
  const channel = channels.second
  if (channel === 'none' || channels.first === 'in-app') return undefined
  const items = waiting.filter(
    ({ sent, isSentAgain }) => sent !== undefined && !sent.isOpened && !isSentAgain,
  )
  const earliest = items.flatMap(({ sent }) => sent?.at ?? []).toSorted(Temporal.Instant.compare)[0]
  const slotAt = earliest && nextLoud(earliest.add({ hours: UNSEEN_HOURS }), rhythm)
  if (slotAt === undefined) return undefined
  if (channel === 'push' && isPushSpent(slotAt, { rhythm, lastPushAt })) return undefined
  return { kind: 'again', channel, slotAt, items }
}

type Way = { reader: Reader; channel: Channel }

/** The first slot after an instant that the reader's restraint leaves: every other one, a push only once a day. */
function slotAfter(after: Temporal.Instant, { reader, channel }: Way): Temporal.Instant | undefined {
  const { rhythm, lastBatchAt, lastPushAt, isHalved } = reader
  const skipped = isHalved && lastBatchAt !== undefined ? nextBatch(lastBatchAt, rhythm) : undefined
  let slot = nextBatch(laterOf(after, skipped), rhythm)
  while (slot !== undefined && channel === 'push' && isPushSpent(slot, { rhythm, lastPushAt }))
    slot = nextBatch(slot, rhythm)
  return slot
}

/** One push a day is enough, whatever it was about. */
function isPushSpent(
  at: Temporal.Instant,
  { rhythm, lastPushAt }: Pick<Reader, 'rhythm' | 'lastPushAt'>,
): boolean {
  return lastPushAt !== undefined && isSameDay(at, lastPushAt, rhythm.timeZone)
}
