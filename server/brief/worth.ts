// How much a card deserves a reader's minutes: one sum of named terms, each of which can be shown.

/** What is known of a card and its reader when the brief is built. */
export type Features = {
  /** 1 when the words are put to the reader by name: a mention, a question to them, the To line of a mail. */
  askedByName: 0 | 1
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
  /** How readily the reader has answered this author so far, 0 to 1. */
  ties: number
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
 * What each feature weighs and why. The first nine add up to so many points at full strength; the last four take away
 * up to that share (1 is all) of what stands. They start from the weights of the feed (asks me 3, unheard 2, purpose
 * 1.5) and are our own choices until the evaluation on archives replaces them.
 */
export const WORTH_WEIGHTS: Readonly<Record<WorthFeature, { weight: number; sentence: string }>> = {
  askedByName: { weight: 3, sentence: 'Being asked by name counts most: nobody else will feel addressed.' },
  isRequest: { weight: 2, sentence: 'Words that ask for something come before words that inform.' },
  waiting: { weight: 3, sentence: 'The more people wait, the more one answer gives.' },
  waitedHours: {
    weight: 1,
    sentence: 'What has waited for a day or three is more pressing than what just came.',
  },
  distance: { weight: 1, sentence: 'Words from far away in the organisation seldom reach you otherwise.' },
  neverHeard: { weight: 2, sentence: 'Somebody you have never heard tells you what others do not.' },
  ties: { weight: 3, sentence: 'People you have answered before are those you are likely to answer again.' },
  purpose: { weight: 1.5, sentence: 'What touches your purpose is where your word matters.' },
  thanksWaiting: { weight: 2, sentence: 'Help that many have thanked for is worth your word too.' },
  audience: { weight: 1, sentence: 'What is put to many is put to you only in part.' },
  answeredAlready: { weight: 0.8, sentence: 'What has an answer hardly needs another.' },
  stale: { weight: 1, sentence: 'After days of silence most matters have settled themselves.' },
  automatic: { weight: 1, sentence: 'What no person wrote to you in person is not worth your minutes.' },
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
 * worth = Σ weight · strength over what speaks for the card, each strength from 0 to 1, less the shares that speak
 * against it, one after the other, each of what the ones before have left:
 *
 * - of the asking (by name, request), the part that falls to others in the audience;
 * - of the asking and the waiting, most of it, when there is an answer already;
 * - of everything, what time has taken; and of everything, all of it, when no person wrote it.
 */
export function worthOf(features: Features, weights: Weights): { worth: number; terms: Term[] } {
  const adds = (feature: WorthFeature, strength: number) => weights[feature] * strength
  const share = (feature: WorthFeature, strength: number) => Math.min(1, weights[feature] * strength)

  const byName = adds('askedByName', features.askedByName)
  const request = adds('isRequest', features.isRequest)
  const waiting = adds('waiting', manyOf(features.waiting, WAITING_FULL))
  // Time presses only where somebody waits; elsewhere it merely passes.
  const pressing = features.askedByName === 1 || features.waiting > 0 ? 1 : features.isRequest
  const waited = adds('waitedHours', pressing * pressureAfter(features.waitedHours))
  const voice = {
    distance: adds('distance', farOf(features.distance)),
    neverHeard: adds('neverHeard', features.neverHeard),
    ties: adds('ties', features.ties),
    purpose: adds('purpose', features.purpose),
    thanksWaiting: adds('thanksWaiting', manyOf(features.thanksWaiting, THANKS_FULL)),
  }

  const audience = -(byName + request) * share('audience', othersPartOf(features.audience))
  const asking = byName + request + audience + waiting + waited
  const answeredAlready = -asking * share('answeredAlready', features.answeredAlready)
  const standing = asking + answeredAlready + sum(Object.values(voice))
  const stale = -standing * share('stale', stalenessAfter(features.waitedHours))
  const automatic = -(standing + stale) * share('automatic', features.automatic)

  const points: Record<WorthFeature, number> = {
    askedByName: byName,
    isRequest: request,
    waiting,
    waitedHours: waited,
    ...voice,
    audience,
    answeredAlready,
    stale,
    automatic,
  }
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

const PRESSURE_HALF_HOURS = 24

/** Nothing at first, half after a day, seven eighths after three: people expect an answer within days, not minutes. */
function pressureAfter(hours: number): number {
  return 1 - 2 ** (-hours / PRESSURE_HALF_HOURS)
}

/** How long a matter keeps its whole worth. */
export const FRESH_HOURS = 3 * 24
const FADING_HALF_HOURS = 10 * 24

/** Nothing for three days, then half of what is left every ten: gone in weeks, so that no backlog fills a brief. */
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
