// What a notice says, from what others did. Pure.
import type { PersonId, ReplyId } from '#contract/ref'

/** What somebody can be concerned by, what is meant for them first. */
const HOWS = ['mentioned', 'answered', 'announced', 'posted', 'replied', 'thanked'] as const
export type How = (typeof HOWS)[number]

/** Something that somebody else did. */
export type Deed = { how: How; replyId: ReplyId | null; byId: PersonId; at: string }

/** How somebody stands to a thread. */
export type Standing = { isBeginner: boolean; isFollower: boolean }

/** The people who did one thing, the last who did it first. */
type Doers = { how: How; personIds: PersonId[] }

export type Summary = {
  /** The weightiest of it. */
  how: How
  doers: Doers[]
  why: string
  personId: PersonId
  /** What came first, to begin reading at. */
  replyId: ReplyId | null
}

/**
 * What some deeds come to, in whichever order they are given; undefined for none. Who mentioned or answered the reader is
 * not named again for having replied. A reader begins at the first deed that added words to the thread, and where there
 * are only thanks, at what was thanked for.
 */
export function summaryOf(deeds: readonly Deed[], standing: Standing): Summary | undefined {
  const inTime = deeds.toSorted(byTime)
  const last = inTime.at(-1)
  if (last === undefined) return undefined
  const named = new Set<PersonId>()
  const doers = HOWS.map((how) => {
    const lastFirst = inTime.filter((deed) => deed.how === how).map(({ byId }) => byId)
    const personIds = [...new Set(lastFirst.reverse())].filter((id) => how === 'thanked' || !named.has(id))
    for (const id of personIds) named.add(id)
    return { how, personIds }
  }).filter(({ personIds }) => personIds.length > 0)
  const first = inTime.find(({ how }) => how !== 'thanked') ?? last
  const how = doers[0]?.how ?? last.how
  return {
    how,
    doers,
    why: whyOf(how, standing),
    personId: doers[0]?.personIds[0] ?? last.byId,
    replyId: first.replyId,
  }
}

/** Times come from one clock in one form, so that they compare as texts; ties fall to what else is known. */
function byTime(one: Deed, other: Deed): number {
  return keyOf(one) < keyOf(other) ? -1 : 1
}

function keyOf({ at, how, byId, replyId }: Deed): string {
  return [at, how, byId, replyId].join(' ')
}

function whyOf(how: How, { isBeginner, isFollower }: Standing): string {
  if (how === 'mentioned') return 'because you were mentioned'
  if (how === 'answered') return 'because it answers you'
  if (how === 'thanked') return 'because it is about what you said'
  if (how === 'announced') return 'because it was announced to this space'
  if (how === 'posted') return 'because you asked to hear of every post here'
  if (isBeginner) return 'because you began this thread'
  return isFollower ? 'because you follow this thread' : 'because you replied here'
}

const DEEDS = {
  mentioned: 'mentioned you',
  answered: 'replied to you',
  announced: 'announced something',
  posted: 'posted',
  replied: 'replied',
  thanked: 'thanked you',
} as const satisfies Record<How, string>

/** Who did one thing, as a sentence: one name, two names, or one and how many others. */
export function sentenceOf({ how, personIds }: Doers, names: ReadonlyMap<PersonId, string>): string {
  const [first = 'Somebody', second = 'somebody'] = personIds.map((id) => names.get(id))
  const others = personIds.length - 1
  const who = others === 0 ? first : others === 1 ? `${first} and ${second}` : `${first} and ${others} others`
  return `${who} ${DEEDS[how]}.`
}
