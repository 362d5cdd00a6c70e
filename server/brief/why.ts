// Why you, why now: the terms of a card's worth as short sentences made of facts.
import type { CardKind } from '#contract/brief'
import { type Sentence, sentence } from '#platform/say'
import { type Features, FRESH_HOURS, type WorthFeature } from './worth.ts'

/** What the sentences call people and things; undefined where there is nothing to name. */
type Names = {
  /** The author by the name they are called. */
  author: string | undefined
  /** The reader's purpose in their own words. */
  purpose: string | undefined
}

/**
 * The strip on top of a card and the facts below it, in the order in which a reader asks: was I asked, who waits, who
 * says it, what has it to do with me, and what speaks against it. Every feature that counts for or against the card
 * is in one of them.
 */
export function whyOf(
  kind: CardKind,
  features: Features,
  names: Names,
): { headline: Sentence; facts: Sentence[] } {
  const headline = headlineOf(kind, features)
  const facts = FACTS_IN_ORDER.filter((feature) => !isSaidElsewhere(feature, kind, features))
    .map((feature) => sentenceOf(feature, features, names))
    .filter((fact) => fact !== undefined)
  return { headline, facts }
}

function headlineOf(kind: CardKind, features: Features): Sentence {
  switch (kind) {
    case 'needs-you':
      if (saysHowManyAsk(kind, features)) {
        return sentence('Asked of you by {count, plural, one {# person} other {# people}}', {
          count: features.waiting + 1,
        })
      }
      return features.askedByName === 1 ? sentence('Asked of you') : sentence('May need your word')
    case 'steer':
      return sentence('A decision that may need a steer')
    case 'unheard':
      return features.neverHeard === 1
        ? sentence('A voice you have not heard')
        : sentence('A voice you seldom hear')
    case 'reactions':
      return sentence('What came of what you said')
    case 'recognise':
      return sentence('Help worth a thank-you')
    case 'reflect':
      return sentence('A minute to reflect')
  }
}

const FACTS_IN_ORDER: readonly WorthFeature[] = [
  'askedByName',
  'calledByName',
  'tookPart',
  'copied',
  'audience',
  'isRequest',
  'waitedHours',
  'waiting',
  'distance',
  'neverHeard',
  'ties',
  'seldomAnswered',
  'purpose',
  'thanksWaiting',
  'answeredAlready',
  'stale',
  'automatic',
]

/** The headline says how many ask, and the fact of being asked says since when; neither needs to be said twice. */
function isSaidElsewhere(feature: WorthFeature, kind: CardKind, features: Features): boolean {
  if (feature === 'waiting') return saysHowManyAsk(kind, features)
  return feature === 'waitedHours' && features.askedByName === 1
}

function saysHowManyAsk(kind: CardKind, features: Features): boolean {
  return kind === 'needs-you' && features.askedByName === 1 && features.waiting > 0
}

/**
 * One feature of a card as a short sentence without a full stop, or undefined where there is nothing to say of it.
 * Every feature that has points in the worth of the card has a sentence.
 */
export function sentenceOf(feature: WorthFeature, features: Features, names: Names): Sentence | undefined {
  return SENTENCES[feature](features, names)
}

const DAY = 24
const WEEK = 7 * DAY
const MONTH = 30 * DAY

const SENTENCES: Readonly<Record<WorthFeature, (features: Features, names: Names) => Sentence | undefined>> =
  {
    askedByName: ({ askedByName, waitedHours }) =>
      askedByName === 1
        ? sentence(
            'Asked of you by name, {unit, select, now {just now} hour {{count, plural, one {# hour ago} other {# hours ago}}} day {{count, plural, one {# day ago} other {# days ago}}} week {{count, plural, one {# week ago} other {# weeks ago}}} other {{count, plural, one {# month ago} other {# months ago}}}}',
            agoOf(waitedHours),
          )
        : undefined,
    calledByName: ({ calledByName }) => (calledByName === 1 ? sentence('Begins with your name') : undefined),
    tookPart: ({ tookPart }) => (tookPart === 1 ? sentence('You take part in this thread') : undefined),
    copied: ({ copied }) => (copied === 1 ? sentence('Sent to you in copy') : undefined),
    audience: ({ audience }) =>
      audience > 1
        ? sentence('Sent to {count, plural, one {# person} other {# people}}', { count: audience })
        : undefined,
    isRequest: ({ isRequest }) => {
      if (isRequest === 0) return undefined
      return isRequest < 0.5 ? sentence('May ask for something') : sentence('Asks for something')
    },
    waitedHours: ({ waitedHours }) =>
      sentence(
        'Said {unit, select, now {just now} hour {{count, plural, one {# hour ago} other {# hours ago}}} day {{count, plural, one {# day ago} other {# days ago}}} week {{count, plural, one {# week ago} other {# weeks ago}}} other {{count, plural, one {# month ago} other {# months ago}}}}',
        agoOf(waitedHours),
      ),
    waiting: ({ waiting }) =>
      waiting === 0
        ? undefined
        : sentence('{count, plural, one {# more person waits} other {# more people wait}}', {
            count: waiting,
          }),
    distance: ({ distance }) => {
      if (distance === undefined || distance === 0) return undefined
      return sentence('{count, plural, one {# step from you} other {# steps from you}}', { count: distance })
    },
    neverHeard: ({ neverHeard }, names) =>
      neverHeard === 1
        ? sentence('You have not heard {author} before', { author: authorIn(names) })
        : undefined,
    ties: ({ ties }, names) => {
      if (ties === 0) return undefined
      const author = authorIn(names)
      return ties < 0.5
        ? sentence('You turn to {author} yourself', { author })
        : sentence('You often turn to {author} yourself', { author })
    },
    seldomAnswered: ({ seldomAnswered }, names) =>
      seldomAnswered === 0
        ? undefined
        : sentence('You write to {author} far less than they to you', { author: authorIn(names) }),
    purpose: ({ purpose }, names) => {
      if (purpose === 0) return undefined
      if (names.purpose === undefined) return sentence('Touches your purpose')
      return sentence('Touches your purpose: {purpose}', { purpose: names.purpose })
    },
    thanksWaiting: ({ thanksWaiting }) =>
      thanksWaiting === 0
        ? undefined
        : sentence('Thanked by {count, plural, one {# person} other {# people}}', { count: thanksWaiting }),
    answeredAlready: ({ answeredAlready }) =>
      answeredAlready === 1 ? sentence('Has an answer already') : undefined,
    stale: ({ waitedHours }) =>
      waitedHours > FRESH_HOURS
        ? sentence(
            'Counts for less after {unit, select, hour {{count, plural, one {# hour} other {# hours}}} day {{count, plural, one {# day} other {# days}}} week {{count, plural, one {# week} other {# weeks}}} other {{count, plural, one {# month} other {# months}}}}',
            lengthOf(waitedHours),
          )
        : undefined,
    automatic: ({ automatic }) => (automatic === 1 ? sentence('Looks like an automatic mail') : undefined),
  }

function authorIn({ author }: Names): string | Sentence {
  return author ?? sentence('this person')
}

type Length = { unit: 'now' | 'hour' | 'day' | 'week' | 'month'; count: number }

function agoOf(hours: number): Length {
  return hours < 1 ? { unit: 'now', count: 0 } : lengthOf(hours)
}

/** A length of time as people say it: hours for a day, days for two weeks, weeks for two months, then months. */
function lengthOf(hours: number): Length {
  if (hours < DAY) return { unit: 'hour', count: Math.max(1, Math.floor(hours)) }
  if (hours < 2 * WEEK) return { unit: 'day', count: Math.floor(hours / DAY) }
  if (hours < 2 * MONTH) return { unit: 'week', count: Math.floor(hours / WEEK) }
  return { unit: 'month', count: Math.floor(hours / MONTH) }
}
