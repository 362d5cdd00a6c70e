// What the sample company is as rows, on a given day: identities for keys, instants for days and clocks, and mentions
// as Markdown. Pure.
import type { FileId, PersonId, PostId, SaidId } from '#contract/ref'
import { type PlannedStanding, REVIEW_AFTER_DAYS } from '#rooms/answers'
import type { LaidOut } from '#rooms/auth'
import type { PlannedAddress, PlannedPerson } from '#rooms/people'
import { type ArchivedWordsRow, mentionOf, type PlannedSpace } from '#rooms/spaces'
import type { PlannedReading } from '#rooms/voices'
import { everythingSaid, fileIdOf, personIdOf, postIdOf, saidIdOf, spaceIdOf } from './ids.ts'
import { spellOut } from './mentions.ts'
import type { Sample, SampleReply, SampleThread, SampleWords } from './sample.ts'
import { spokenAt, todayFor } from './times.ts'

export type PlannedFile = {
  id: FileId
  name: string
  bytes: Buffer
  saidId: SaidId
  uploaderId: PersonId
  at: Temporal.Instant
}

export type SamplePlan = {
  people: PlannedPerson[]
  addresses: PlannedAddress[]
  seats: { personId: PersonId; managerId: PersonId | null }[]
  spaces: PlannedSpace[]
  words: ArchivedWordsRow[]
  files: PlannedFile[]
  pins: PostId[]
  standings: PlannedStanding[]
  readings: PlannedReading[]
  /** Until when people have seen threads. */
  seen: { personId: PersonId; targetId: PostId; at: Temporal.Instant }[]
  shoes: LaidOut[]
}

/** The house stood before anybody said the first word in it. */
const EARLIER_DAYS = 30
/** An ordinary pace of reading, in words a minute (Brysbaert 2019). */
const WORDS_PER_MINUTE = 238
const READ_AFTER_MINUTES = 90

/** Everything as it would be had it happened up to now; nothing lies in the future. */
export function planSample(sample: Sample, now: Temporal.Instant): SamplePlan {
  const instantOf = clocksOf(sample, now)
  const instants = everythingSaid(sample).map(({ words }) => instantOf(words))
  const first = instants.toSorted(Temporal.Instant.compare)[0] ?? now
  const readings = readingsOf(sample, { instantOf, now })
  const begunAt = first.subtract({ hours: 24 * EARLIER_DAYS })
  return {
    people: sample.people.map(({ key, managerKey, where, address, ...person }) => ({
      ...person,
      id: personIdOf(key),
      externalKey: `sample:${key}`,
      isActive: true,
      isAutomatic: false,
      at: begunAt,
    })),
    addresses: sample.people.map(({ key, address }) => ({
      address,
      personId: personIdOf(key),
      isPreferred: true,
      evidence: undefined,
      at: begunAt,
    })),
    seats: sample.people.map(({ key, managerKey }) => ({
      personId: personIdOf(key),
      managerId: managerKey === undefined ? null : personIdOf(managerKey),
    })),
    spaces: spacesOf(sample, begunAt),
    words: wordsOf(sample, instantOf),
    files: filesOf(sample, instantOf),
    pins: sample.threads.filter(({ isPinned }) => isPinned).map(postIdOf),
    standings: standingsOf(sample, { instantOf, now }),
    readings,
    seen: seenIn(sample, { instantOf, readings }),
    shoes: sample.shoes.map(({ person, ...rest }) => ({ personId: personIdOf(person), ...rest })),
  }
}

type InstantOf = (words: SampleWords) => Temporal.Instant
type Clock = { instantOf: InstantOf; now: Temporal.Instant }

function clocksOf(sample: Sample, now: Temporal.Instant): InstantOf {
  const zones = new Map(sample.people.map(({ key, timeZone }) => [key, timeZone]))
  const zoneOf = ({ byKey }: SampleWords) => zones.get(byKey) ?? 'UTC'
  const times = everythingSaid(sample).map(({ words }) => ({ at: words.at, timeZone: zoneOf(words) }))
  const today = todayFor(times, now)
  return (words) => spokenAt(words.at, { today, timeZone: zoneOf(words) })
}

function spacesOf({ spaces }: Sample, at: Temporal.Instant): PlannedSpace[] {
  return spaces.map(({ key, keeperKeys, memberKeys, where, ...space }) => ({
    ...space,
    id: spaceIdOf(key),
    members: memberKeys.map((member) => ({
      personId: personIdOf(member),
      isKeeper: keeperKeys.includes(member),
    })),
    at,
  }))
}

function wordsOf(sample: Sample, instantOf: InstantOf): ArchivedWordsRow[] {
  const names = new Map(sample.people.map(({ key, name }) => [key, name]))
  const meant = {
    mentionOf: (key: string) => mentionOf({ id: personIdOf(key), name: names.get(key) ?? key }),
    fileIdOf,
  }
  return everythingSaid(sample).map(({ words, thread }) => ({
    id: saidIdOf(words),
    spaceId: spaceIdOf(thread.spaceKey),
    authorId: personIdOf(words.byKey),
    ...(words === thread ? asPost(thread) : asReply(words as SampleReply, thread)),
    continuesId: undefined,
    body: spellOut(words.body, meant),
    folded: undefined,
    mentionIds: words.mentionKeys.map(personIdOf),
    reactions: words.reactions.map(({ kind, personKey }) => ({ kind, personId: personIdOf(personKey) })),
    at: instantOf(words),
    editedAt: undefined,
  }))
}

function asPost({ kind, title }: SampleThread) {
  return { kind, title, threadId: undefined, answersId: undefined }
}

function asReply({ answersId }: SampleReply, thread: SampleThread) {
  const answered = thread.replies.find(({ id }) => id === answersId)
  return {
    title: undefined,
    threadId: postIdOf(thread),
    answersId: answered === undefined ? undefined : saidIdOf(answered),
  }
}

/** Whoever asked took the answer for one a while after it was said; its author answers for it. */
function standingsOf({ threads }: Sample, { instantOf, now }: Clock): PlannedStanding[] {
  return threads.flatMap((thread) => {
    const { answerId, reviewInDays, waitingKeys, servedKeys } = thread.standing
    const reply = thread.replies.find(({ id }) => id === answerId)
    if (reply === undefined && waitingKeys.length === 0) return []
    const acceptedAt = reply && earlierOf(instantOf(reply).add({ minutes: READ_AFTER_MINUTES }), now)
    return {
      postId: postIdOf(thread),
      waitingIds: waitingKeys.map(personIdOf),
      askedAt: instantOf(thread),
      answer: reply &&
        acceptedAt && {
          replyId: saidIdOf(reply),
          acceptedById: personIdOf(thread.byKey),
          acceptedAt,
          ownerId: personIdOf(reply.byKey),
          reviewOn: reviewOf(reviewInDays, { acceptedAt, now }),
          served: servedKeys.map((key, index) => ({
            personId: personIdOf(key),
            at: earlierOf(acceptedAt.add({ hours: 24 * (index + 1) }), now),
          })),
        },
    }
  })
}

function reviewOf(
  inDays: number | undefined,
  { acceptedAt, now }: { acceptedAt: Temporal.Instant; now: Temporal.Instant },
): Temporal.PlainDate {
  const dayOf = (at: Temporal.Instant) => at.toZonedDateTimeISO('UTC').toPlainDate()
  return inDays === undefined
    ? dayOf(acceptedAt).add({ days: REVIEW_AFTER_DAYS })
    : dayOf(now).add({ days: inDays })
}

type Seeing = { instantOf: InstantOf; readings: readonly PlannedReading[] }

/** Whoever said something in a thread, or read it, had seen it until then. */
function seenIn(sample: Sample, { instantOf, readings }: Seeing): SamplePlan['seen'] {
  const said = everythingSaid(sample)
  const postIds = new Map(said.map(({ words, thread }) => [saidIdOf(words), postIdOf(thread)]))
  const sights = [
    ...said.map(({ words }) => ({
      personId: personIdOf(words.byKey),
      saidId: saidIdOf(words),
      at: instantOf(words),
    })),
    ...readings,
  ]
  return sights.flatMap(({ personId, saidId, at }) => {
    const targetId = postIds.get(saidId)
    return targetId === undefined ? [] : [{ personId, targetId, at }]
  })
}

/** In the order in which their words name them. */
function filesOf(sample: Sample, instantOf: InstantOf): PlannedFile[] {
  return everythingSaid(sample).flatMap(({ words }) =>
    words.fileNames.map((name) => ({
      id: fileIdOf(name),
      name,
      bytes: sample.files.get(name) ?? Buffer.alloc(0),
      saidId: saidIdOf(words),
      uploaderId: personIdOf(words.byKey),
      at: instantOf(words),
    })),
  )
}

/** Whoever has read a thread has read all of it, some time after it was said. */
function readingsOf({ readings, threads }: Sample, { instantOf, now }: Clock): PlannedReading[] {
  const known = new Map(threads.map((thread) => [thread.key, thread]))
  return readings.flatMap(({ personKey, threadKey }) => {
    const thread = known.get(threadKey)
    const said: SampleWords[] = thread === undefined ? [] : [thread, ...thread.replies]
    return said.map((words) => ({
      personId: personIdOf(personKey),
      saidId: saidIdOf(words),
      authorId: personIdOf(words.byKey),
      seconds: Math.ceil((words.body.split(/\s+/).length * 60) / WORDS_PER_MINUTE),
      at: earlierOf(instantOf(words).add({ minutes: READ_AFTER_MINUTES }), now),
    }))
  })
}

function earlierOf(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? one : other
}
