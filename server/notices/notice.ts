// What a notice says, from what others did. Pure.
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PersonId, ReplyId } from '#contract/ref'
import { readBack, type Sentence, sentence } from '#platform/say'

/** What somebody can be concerned by, what is meant for them first. */
const HOWS = [
  'put',
  'mentioned',
  'answered',
  'accepted',
  'merged',
  'passed-on',
  'announced',
  'posted',
  'replied',
  'thanked',
] as const
export type How = (typeof HOWS)[number]

/** What is told beside anything else that the same person did. */
const APART: readonly How[] = ['accepted', 'thanked']

/** Something that somebody else did; what another room told of comes with why, written down. */
export type Deed = { how: How; replyId: ReplyId | null; byId: PersonId; at: string; why?: string | null }

/** How somebody stands to a thread. */
export type Standing = { isBeginner: boolean; isFollower: boolean }

/** The people who did one thing, the last who did it first. */
type Doers = { how: How; personIds: PersonId[] }

export type Summary = {
  /** The weightiest of it. */
  how: How
  doers: Doers[]
  why: Sentence
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
    const personIds = [...new Set(lastFirst.reverse())].filter((id) => APART.includes(how) || !named.has(id))
    if (!APART.includes(how)) for (const id of personIds) named.add(id)
    return { how, personIds }
  }).filter(({ personIds }) => personIds.length > 0)
  const first = inTime.find(({ how }) => how !== 'thanked') ?? last
  const how = doers[0]?.how ?? last.how
  const given = inTime.findLast((deed) => deed.how === how)?.why
  return {
    how,
    doers,
    why: given == null ? whyOf(how, standing) : readBack(given),
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

function whyOf(how: How, { isBeginner, isFollower }: Standing): Sentence {
  if (how === 'mentioned') return sentence('because you were mentioned')
  if (how === 'answered') return sentence('because it answers you')
  if (how === 'put') return sentence('because you may know the answer')
  if (how === 'merged' || how === 'accepted' || how === 'passed-on') return sentence('because you asked it')
  if (how === 'thanked') return sentence('because it is about what you said')
  if (how === 'announced') return sentence('because it was announced to this space')
  if (how === 'posted') return sentence('because you asked to hear of every post here')
  if (isBeginner) return sentence('because you began this thread')
  return isFollower ? sentence('because you follow this thread') : sentence('because you replied here')
}

/** Who did one thing: one name, two names, or one and how many others. */
export function sentenceOf({ how, personIds }: Doers, names: ReadonlyMap<PersonId, string>): Sentence {
  // Who stands for whoever asked without a name is called so in the reader's language.
  const called = personIds.map((id) => (id === COLLEAGUE_ID ? sentence('A colleague') : names.get(id)))
  const [first = sentence('Somebody'), second = sentence('somebody')] = called
  const who = { first, second, others: personIds.length - 1 }
  if (how === 'mentioned') {
    return sentence(
      '{others, plural, =0 {{first} mentioned you.} =1 {{first} and {second} mentioned you.} other {{first} and # others mentioned you.}}',
      who,
    )
  }
  if (how === 'put') return sentence('{first} put this question to you.', who)
  if (how === 'merged') return sentence('{first} found that this was asked before.', who)
  if (how === 'passed-on') return sentence('{first} was asked this question and passed it on.', who)
  if (how === 'accepted') return sentence('{first} accepted a reply as the answer.', who)
  if (how === 'answered') {
    return sentence(
      '{others, plural, =0 {{first} replied to you.} =1 {{first} and {second} replied to you.} other {{first} and # others replied to you.}}',
      who,
    )
  }
  if (how === 'announced') {
    return sentence(
      '{others, plural, =0 {{first} announced something.} =1 {{first} and {second} announced something.} other {{first} and # others announced something.}}',
      who,
    )
  }
  if (how === 'posted') {
    return sentence(
      '{others, plural, =0 {{first} posted.} =1 {{first} and {second} posted.} other {{first} and # others posted.}}',
      who,
    )
  }
  if (how === 'replied') {
    return sentence(
      '{others, plural, =0 {{first} replied.} =1 {{first} and {second} replied.} other {{first} and # others replied.}}',
      who,
    )
  }
  return sentence(
    '{others, plural, =0 {{first} thanked you.} =1 {{first} and {second} thanked you.} other {{first} and # others thanked you.}}',
    who,
  )
}
