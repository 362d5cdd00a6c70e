// How the brief learns from what a person does with its cards: slowly, within bounds, in the open.

import type { CardAction } from '#contract/brief'
import type { Language } from '#contract/language'
import { say } from '#platform/say'
import { DEFAULT_WEIGHTS, type Term, type Weights, WORTH_WEIGHTS, type WorthFeature } from './worth.ts'

/** A card that something was done with. */
export type Outcome = {
  /** The terms that made up its worth when it was chosen. */
  terms: readonly Pick<Term, 'feature' | 'points'>[]
  action: CardAction
}

// What an action says of the card: 1, it deserved its minutes; -1, it did not. To put it off says a little of the
// hour and less of the card; to have read it says nothing, since every card is read.
const LESSONS: Readonly<Record<CardAction, number>> = {
  answer: 1,
  'ask-more': 1,
  route: 1,
  thank: 1,
  save: 1,
  reflect: 1,
  'still-true': 1,
  read: 0,
  later: -0.25,
  'not-for-me': -1,
}

// A weight needs some thirty like lessons to double, so that one bad morning changes nothing one would notice.
const STEP = 0.05

/** A learned weight stays between these multiples of its default: nothing is ever switched off or drowned out. */
export const WEIGHT_BOUNDS = { min: 0.5, max: 2 }

// The worth of a card of which nobody could say whether it will be acted on.
const EVEN_WORTH = 6

/**
 * The weights after one outcome; those given are left as they are.
 *
 * Each weight whose feature had a term moves by the factor exp(0.05 · lesson · surprise · pull): the lesson from the
 * action, between -1 and 1; the surprise 1 − p for a good card and p for a bad one, where p = 1 / (1 + e^(6 − worth))
 * is the chance that the worth seemed to promise, as in a step of logistic regression; the pull of the term,
 * points / (1 + |points|), which is negative for what spoke against the card. The result is held within half and
 * twice the default.
 */
export function adaptWeights(weights: Weights, outcome: Outcome): Weights {
  const lesson = LESSONS[outcome.action]
  const worth = outcome.terms.reduce((sum, { points }) => sum + points, 0)
  const promise = 1 / (1 + Math.exp(EVEN_WORTH - worth))
  const surprise = lesson > 0 ? 1 - promise : promise
  const adapted: Record<WorthFeature, number> = { ...weights }
  for (const { feature, points } of outcome.terms) {
    const pull = points / (1 + Math.abs(points))
    adapted[feature] = bounded(feature, weights[feature] * Math.exp(STEP * lesson * surprise * pull))
  }
  return adapted
}

/** What one outcome taught: the factor by which each weight moved, those that stood still left out. */
export function lessonOf(before: Weights, after: Weights): Partial<Record<WorthFeature, number>> {
  const features = Object.keys(after) as WorthFeature[]
  return Object.fromEntries(
    features
      .filter((feature) => after[feature] !== before[feature])
      .map((feature) => [feature, after[feature] / before[feature]]),
  )
}

/** Factors multiplied and divided in another order end this near to one another. */
const ROUNDING = 1e-9

/** The weights as they would be without a lesson, whatever was learned since. */
export function unlearn(weights: Weights, lesson: Readonly<Record<string, unknown>>): Weights {
  const unlearned: Record<WorthFeature, number> = { ...weights }
  for (const feature of Object.keys(unlearned) as WorthFeature[]) {
    const factor = lesson[feature]
    if (typeof factor !== 'number' || !(factor > 0)) continue
    const weight = bounded(feature, weights[feature] / factor)
    const isDefault = Math.abs(weight / DEFAULT_WEIGHTS[feature] - 1) < ROUNDING
    unlearned[feature] = isDefault ? DEFAULT_WEIGHTS[feature] : weight
  }
  return unlearned
}

function bounded(feature: WorthFeature, weight: number): number {
  const normal = DEFAULT_WEIGHTS[feature]
  return Math.min(WEIGHT_BOUNDS.max * normal, Math.max(WEIGHT_BOUNDS.min * normal, weight))
}

/**
 * The weights to work with, from what was kept of them: what was never learned, or is not a number, has its default,
 * and the rest is held within the bounds. `learnedWeights({})` is what remains when everything is forgotten.
 */
export function learnedWeights(kept: Readonly<Record<string, unknown>>): Weights {
  const weights: Record<WorthFeature, number> = { ...DEFAULT_WEIGHTS }
  for (const feature of Object.keys(weights) as WorthFeature[]) {
    const weight = kept[feature]
    if (typeof weight === 'number' && Number.isFinite(weight)) weights[feature] = bounded(feature, weight)
  }
  return weights
}

/** The weights as a person may read them: each with its sentence and the default it started from. */
export function shownWeights(
  weights: Weights,
  language: Language,
): { feature: WorthFeature; sentence: string; weight: number; default: number }[] {
  return (Object.keys(WORTH_WEIGHTS) as WorthFeature[]).map((feature) => ({
    feature,
    sentence: say(language, WORTH_WEIGHTS[feature].sentence),
    weight: weights[feature],
    default: WORTH_WEIGHTS[feature].weight,
  }))
}
