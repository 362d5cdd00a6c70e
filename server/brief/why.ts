// Why you, why now: the terms of a card's worth as short sentences made of facts.
import type { CardKind } from '#contract/brief'
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
): { headline: string; facts: string[] } {
  const headline = headlineOf(kind, features)
  const facts = FACTS_IN_ORDER.filter((feature) => !isSaidElsewhere(feature, kind, features))
    .map((feature) => sentenceOf(feature, features, names))
    .filter((sentence) => sentence !== undefined)
  return { headline, facts }
}

function headlineOf(kind: CardKind, features: Features): string {
  switch (kind) {
    case 'needs-you':
      if (saysHowManyAsk(kind, features)) return `Asked of you by ${people(features.waiting + 1)}`
      return features.askedByName === 1 ? 'Asked of you' : 'May need your word'
    case 'steer':
      return 'A decision that may need a steer'
    case 'unheard':
      return features.neverHeard === 1 ? 'A voice you have not heard' : 'A voice you seldom hear'
    case 'reactions':
      return 'What came of what you said'
    case 'recognise':
      return 'Help worth a thank-you'
    case 'reflect':
      return 'A minute to reflect'
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
export function sentenceOf(feature: WorthFeature, features: Features, names: Names): string | undefined {
  return SENTENCES[feature](features, names)
}

const DAY = 24
const WEEK = 7 * DAY
const MONTH = 30 * DAY

const SENTENCES: Readonly<Record<WorthFeature, (features: Features, names: Names) => string | undefined>> = {
  askedByName: ({ askedByName, waitedHours }) =>
    askedByName === 1 ? `Asked of you by name, ${ago(waitedHours)}` : undefined,
  calledByName: ({ calledByName }) => (calledByName === 1 ? 'Begins with your name' : undefined),
  tookPart: ({ tookPart }) => (tookPart === 1 ? 'You take part in this thread' : undefined),
  copied: ({ copied }) => (copied === 1 ? 'Sent to you in copy' : undefined),
  audience: ({ audience }) => (audience > 1 ? `Sent to ${people(audience)}` : undefined),
  isRequest: ({ isRequest }) => {
    if (isRequest === 0) return undefined
    return isRequest < 0.5 ? 'May ask for something' : 'Asks for something'
  },
  waitedHours: ({ waitedHours }) => `Said ${ago(waitedHours)}`,
  waiting: ({ waiting }) => {
    if (waiting === 0) return undefined
    return waiting === 1
      ? '1 more person waits'
      : `${counted(waiting, { one: 'more person', many: 'more people' })} wait`
  },
  distance: ({ distance }) => {
    if (distance === undefined || distance === 0) return undefined
    return distance === 1 ? '1 step from you' : `${distance} steps from you`
  },
  neverHeard: ({ neverHeard }, { author }) =>
    neverHeard === 1 ? `You have not heard ${author ?? 'this person'} before` : undefined,
  ties: ({ ties }, { author }) => {
    if (ties === 0) return undefined
    return `You ${ties < 0.5 ? 'turn to' : 'often turn to'} ${author ?? 'this person'} yourself`
  },
  seldomAnswered: ({ seldomAnswered }, { author }) =>
    seldomAnswered === 0 ? undefined : `You seldom write to ${author ?? 'this person'}`,
  purpose: ({ purpose }, names) => {
    if (purpose === 0) return undefined
    return names.purpose === undefined ? 'Touches your purpose' : `Touches your purpose: ${names.purpose}`
  },
  thanksWaiting: ({ thanksWaiting }) => {
    if (thanksWaiting === 0) return undefined
    return `Thanked by ${people(thanksWaiting)}`
  },
  answeredAlready: ({ answeredAlready }) => (answeredAlready === 1 ? 'Has an answer already' : undefined),
  stale: ({ waitedHours }) =>
    waitedHours > FRESH_HOURS ? `Counts for less after ${lengthOf(waitedHours)}` : undefined,
  automatic: ({ automatic }) => (automatic === 1 ? 'Looks like an automatic mail' : undefined),
}

function people(count: number): string {
  return counted(count, { one: 'person', many: 'people' })
}

function ago(hours: number): string {
  return hours < 1 ? 'just now' : `${lengthOf(hours)} ago`
}

/** A length of time as people say it: hours for a day, days for two weeks, weeks for two months, then months. */
function lengthOf(hours: number): string {
  if (hours < DAY) return counted(Math.max(1, Math.floor(hours)), { one: 'hour', many: 'hours' })
  if (hours < 2 * WEEK) return counted(Math.floor(hours / DAY), { one: 'day', many: 'days' })
  if (hours < 2 * MONTH) return counted(Math.floor(hours / WEEK), { one: 'week', many: 'weeks' })
  return counted(Math.floor(hours / MONTH), { one: 'month', many: 'months' })
}

const NUMBERS = new Intl.NumberFormat('en')

function counted(count: number, word: { one: string; many: string }): string {
  return `${NUMBERS.format(count)} ${count === 1 ? word.one : word.many}`
}
