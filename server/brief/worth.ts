// How much a card deserves a reader's minutes: one sum of named terms, each of which can be shown.
import { type Sentence, sentence } from '#platform/say'

/** What is known of a card and its reader when the brief is built. */
export type Features = {
  /** 1 when the words are put to the reader by name: a mention, a question to them, the To line of a mail. */
  askedByName: 0 | 1
  /** 1 when the words begin with the reader's name. */
  calledByName: 0 | 1
  /** 1 when the reader takes part in the thread. */
  tookPart: 0 | 1
  /** 1 when it was said to the reader among others, without being addressed: a copy of a mail. */
  copied: 0 | 1
  /** How strongly the words ask for something, 0 to 1. */
  isRequest: number
  /** How many people beside the author wait for the same, 0 or more. */
  waiting: number
  /** Hours since it was said, 0 or more. */
  waitedHours: number
  /** 1 when somebody has answered already. */
  answeredAlready: 0 | 1
  /** Steps between reader and author in the reporting tree; undefined when one of them is not in it. */
  distance: number | undefined
  /** 1 when the reader has never heard the author. */
  neverHeard: 0 | 1
  /** How often the reader has turned to this author in the last year, 0 for never to 1 for every other week or more. */
  ties: number
  /** How far the reader turns to this author less than to others who turn to them as often, 0 to 1. */
  seldomAnswered: number
  /** 1 when it touches the purpose that the reader has chosen. */
  purpose: 0 | 1
  /** How many people have thanked for what the reader might recognise, 0 or more. */
  thanksWaiting: number
  /** 1 when it looks like a newsletter, a bot or a mass mail. */
  automatic: 0 | 1
  /** How many people it is addressed to, the reader among them, 1 or more. */
  audience: number
}

/** What is weighed: the features, and `stale` for what has lain so long that it has lost its hour. */
export type WorthFeature = keyof Features | 'stale'

export type Weights = Readonly<Record<WorthFeature, number>>

/** One reason in the worth of a card. Points may be negative; together they are the worth. */
export type Term = { feature: WorthFeature; value: number; points: number }

/**
 * What each feature weighs and why. Those that speak for a card add up to so many points at full strength; those that
 * speak against it, from `audience` on, take away up to that share (1 is all) of what stands, `seldomAnswered` up to so
 * many points. A point is about one in the logarithm of the odds that a card will be answered: the weights of what says
 * who asks, whom, how and when are rounded from what was learned on archives, each judged on people it was not learned
 * from (docs/quality.md). Of the others archives tell nothing; those are our own choices.
 */
export const WORTH_WEIGHTS: Readonly<Record<WorthFeature, { weight: number; sentence: Sentence }>> = {
  askedByName: {
    weight: 1,
    sentence: sentence('What is put to you by name is felt by nobody else to be theirs.'),
  },
  calledByName: { weight: 0.5, sentence: sentence('Words that begin with your name are meant for you.') },
  tookPart: {
    weight: 1,
    sentence: sentence('Where you have spoken before, your word is likely wanted again.'),
  },
  copied: { weight: 0.2, sentence: sentence('What you have a copy of may be for you as well.') },
  isRequest: { weight: 1, sentence: sentence('Words that ask for something come before words that inform.') },
  waiting: { weight: 3, sentence: sentence('The more people wait, the more one answer gives.') },
  waitedHours: {
    weight: 6,
    sentence: sentence(
      'What is said to you counts most while it is fresh: most answers are given within a day or two.',
    ),
  },
  distance: {
    weight: 1,
    sentence: sentence('Words from far away in the organisation seldom reach you otherwise.'),
  },
  neverHeard: {
    weight: 2,
    sentence: sentence('Somebody you have never heard tells you what others do not.'),
  },
  ties: { weight: 1, sentence: sentence('People you turn to yourself are those you are likely to answer.') },
  purpose: { weight: 1.5, sentence: sentence('What touches your purpose is where your word matters.') },
  thanksWaiting: { weight: 2, sentence: sentence('Help that many have thanked for is worth your word too.') },
  audience: { weight: 0.7, sentence: sentence('What is put to many is put to you only in part.') },
  answeredAlready: { weight: 0.4, sentence: sentence('What has an answer needs another less.') },
  seldomAnswered: {
    weight: 1.5,
    sentence: sentence('Those who write to you much more than you to them seldom wait for an answer.'),
  },
  stale: { weight: 1, sentence: sentence('After days of silence most matters have settled themselves.') },
  automatic: {
    weight: 1,
    sentence: sentence('What no person wrote to you in person is not worth your minutes.'),
  },
}

/** Whether a kept name still means something that is weighed. */
export function isWorthFeature(name: string): name is WorthFeature {
  return Object.hasOwn(WORTH_WEIGHTS, name)
}

/** The weights of somebody from whom nothing was learned yet. */
export const DEFAULT_WEIGHTS: Weights = Object.freeze(
  Object.fromEntries(Object.entries(WORTH_WEIGHTS).map(([feature, { weight }]) => [feature, weight])),
) as Weights

/**
 * The worth of a card, 0 or more, with the terms that make it up, those that say nothing left out.
 *
 * worth = Σ weight · strength over what speaks for the card, each strength from 0 to 1, less what speaks against it, one
 * after the other, each taking from what the ones before have left:
 *
 * - of the asking (by name, in words, request), the part that falls to others in the audience;
 * - of the asking, the waiting and the freshness, a part, when there is an answer already;
 * - points for an author who is seldom answered, down to nothing;
 * - of everything, what time has taken; and of everything, all of it, when no person wrote it.
 */
export function worthOf(features: Features, weights: Weights): { worth: number; terms: Term[] } {
  const adds = (feature: WorthFeature, strength: number) => weights[feature] * strength
  const share = (feature: WorthFeature, strength: number) => Math.min(1, weights[feature] * strength)

  const asking = {
    askedByName: adds('askedByName', features.askedByName),
    calledByName: adds('calledByName', features.calledByName),
    isRequest: adds('isRequest', features.isRequest),
  }
  const audience = -sum(Object.values(asking)) * share('audience', othersPartOf(features.audience))
  // Time says something only of what was said to the reader; elsewhere it merely passes.
  const isToReader = features.askedByName + features.tookPart + features.copied > 0
  const waiting = {
    tookPart: adds('tookPart', features.tookPart),
    copied: adds('copied', features.copied),
    waiting: adds('waiting', manyOf(features.waiting, WAITING_FULL)),
    waitedHours: isToReader ? adds('waitedHours', freshnessAfter(features.waitedHours)) : 0,
  }
  const voice = {
    distance: adds('distance', farOf(features.distance)),
    neverHeard: adds('neverHeard', features.neverHeard),
    ties: adds('ties', features.ties),
    purpose: adds('purpose', features.purpose),
    thanksWaiting: adds('thanksWaiting', manyOf(features.thanksWaiting, THANKS_FULL)),
  }

  const wanted = sum(Object.values(asking)) + audience + sum(Object.values(waiting))
  const answeredAlready = -wanted * share('answeredAlready', features.answeredAlready)
  const said = wanted + answeredAlready + sum(Object.values(voice))
  const seldomAnswered = -Math.min(said, adds('seldomAnswered', features.seldomAnswered))
  const stale = -(said + seldomAnswered) * share('stale', stalenessAfter(features.waitedHours))
  const automatic = -(said + seldomAnswered + stale) * share('automatic', features.automatic)

  const against = { audience, answeredAlready, seldomAnswered, stale, automatic }
  const points: Record<WorthFeature, number> = { ...asking, ...waiting, ...voice, ...against }
  return { worth: Math.max(0, sum(Object.values(points))), terms: termsOf(points, features) }
}

function termsOf(points: Record<WorthFeature, number>, features: Features): Term[] {
  const names = Object.keys(points) as WorthFeature[]
  return names
    .filter((feature) => points[feature] !== 0)
    .map((feature) => ({
      feature,
      value: (feature === 'stale' ? features.waitedHours : features[feature]) ?? 0,
      points: points[feature],
    }))
}

const WAITING_FULL = 31
const THANKS_FULL = 15

/** Counts saturate: the second person who waits says much, the thirtieth little. log(1 + n), full at `full`. */
function manyOf(count: number, full: number): number {
  return Math.min(1, Math.log1p(count) / Math.log1p(full))
}

const FRESH_UNIT_HOURS = 12
const FRESH_DAYS = 14

/**
 * 1 at once, less by the same for every doubling of the time since, 0 after two weeks: on archives the odds of an answer
 * fall by about half with each doubling.
 */
function freshnessAfter(hours: number): number {
  const doublings = (after: number) => Math.log2(1 + after / FRESH_UNIT_HOURS)
  return Math.max(0, 1 - doublings(hours) / doublings(24 * FRESH_DAYS))
}

/** How long a matter keeps its whole worth, its freshness aside. */
export const FRESH_HOURS = 3 * 24
const FADING_HALF_HOURS = 7 * 24

/** Nothing for three days, then half of what is left every week, so that no backlog fills a brief. */
function stalenessAfter(hours: number): number {
  return 1 - 2 ** (-Math.max(0, hours - FRESH_HOURS) / FADING_HALF_HOURS)
}

const FAR_STEPS = 6

/** The filters between two people: none at one step, full at six, beyond which few charts go. Unknown adds nothing. */
function farOf(distance: number | undefined): number {
  if (distance === undefined) return 0
  return Math.min(1, Math.max(0, distance - 1) / (FAR_STEPS - 1))
}

/**
 * The part of an ask that falls to the others addressed: none of one, a third of two, half of four, three quarters of
 * sixty-four. It grows with the logarithm, because each doubling makes it that much likelier that another answers.
 */
function othersPartOf(audience: number): number {
  return 1 - 1 / (1 + Math.log2(Math.max(1, audience)) / 2)
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
