// Which cards a brief is made of, given how much each is worth and how many minutes there are.
import type { CardKind } from '#contract/brief'
import { inReadingOrder } from './reading-order.ts'

/** The grain of time in a brief: the seconds of every card are a multiple of it. */
export const GRAIN_SECONDS = 5

/** What the choice needs to know of a card; anything else a card carries travels along untouched. */
export type Choosable = {
  /** Unique among the candidates; it settles ties, so the same matter must always have the same key. */
  key: string
  kind: CardKind
  /** Whose words the card shows. Cards without an author are not capped, and a 'reflect' card never has one. */
  authorId: string | undefined
  /** Reading and acting, in seconds: a positive multiple of five. */
  seconds: number
  /** How much the card deserves to be there, 0 or more; told apart in thousandths, up to a million. */
  worth: number
}

type Quotas = {
  /** The part of the budget that belongs to unheard voices, 0 to 1. */
  unheardShareMin: number
  /** How many cards one author may have, over all kinds: 1, 2, 3 or 4. */
  perAuthorMax: number
}

export const DEFAULT_QUOTAS: Quotas = { unheardShareMin: 0.3, perAuthorMax: 3 }

type Choice<Candidate extends Choosable> = {
  /** In reading order. */
  cards: Candidate[]
  secondsPlanned: number
  unheardSeconds: number
  /** What the unheard seconds had to reach: the share of the budget, or the most that is to be had. */
  unheardTarget: number
}

const LIMITS = { candidates: 2000, budgetSeconds: 3600, worth: 1_000_000 }

// All unions of so many cards of one author are looked at, so the cap must stay small.
const CAPS_PER_AUTHOR: readonly number[] = [1, 2, 3, 4]

// Sums of fractions depend on the order in which they are added. Worth is therefore counted in whole
// thousandths, so that equal means equal and the outcome hangs on nothing but the candidates.
const WORTH_STEPS = 1000

// The weight of worth over time in one number: more worth first, then fewer units. It must exceed any number
// of units in a budget; with the limits above a sum stays below 2^53, where doubles are exact.
const WORTH_OVER_UNITS = 1024

/** Some cards of one group, taken together. Units are grains of time. */
type Option<Candidate> = { cards: Candidate[]; units: number; unheardUnits: number; score: number }

/** Of the options in a group exactly one is taken; the empty one is always among them, and always last. */
type Group<Candidate> = Option<Candidate>[]

/**
 * Chooses the cards of a brief, exactly.
 *
 * With candidates i of s_i seconds and worth w_i, x_i ∈ {0,1}, budget B and share q, it maximises Σ w_i·x_i where
 *
 *     Σ s_i·x_i ≤ B                                       the brief keeps to its minutes
 *     Σ_{i of author a} x_i ≤ perAuthorMax                for every author a
 *     Σ_{i is reflect} x_i ≤ 1
 *     Σ_{i is unheard} s_i·x_i ≥ min(⌈q·B/5⌉·5, U)        U: the most unheard seconds the three above allow
 *
 * All times are multiples of five seconds, so let them be counted in units of five. Candidates of one author
 * make a group (so do the reflect cards; a card without an author is a group by itself), and the options of a
 * group are its subsets that keep to the cap. V_g(u, r) is the greatest worth to be had from the groups g, g+1, …
 * with u units left and r unheard units still owed:
 *
 *     V_end(u, 0) = 0,  V_end(u, r > 0) = −∞
 *     V_g(u, r)   = max over options o of g that fit in u:  w(o) + V_{g+1}(u − s(o), max(0, r − h(o)))
 *
 * The answer is V_1(B, t) for the greatest t up to the target at which it is finite, which also yields U without a
 * second pass. States: 181 × 55 for fifteen minutes.
 *
 * Ties: more worth, then fewer seconds; then, taking authors in the order of their first keys, the plan that
 * differs first by cards of lower key. The order in which candidates are given never matters.
 *
 * @throws RangeError when keys repeat or a number is outside its stated range.
 */
export function chooseCards<Candidate extends Choosable>(
  candidates: readonly Candidate[],
  budgetSeconds: number,
  quotas: Quotas = DEFAULT_QUOTAS,
): Choice<Candidate> {
  refuseNonsense(candidates, budgetSeconds, quotas)
  const units = Math.floor(budgetSeconds / GRAIN_SECONDS)
  // The small subtraction keeps 0.3 × 600 / 5 at 36 whatever binary fractions make of it.
  const wanted = Math.ceil((quotas.unheardShareMin * budgetSeconds) / GRAIN_SECONDS - 1e-9)
  const groups = groupsOf(candidates, { units, perAuthorMax: quotas.perAuthorMax })
  const { cards, owed } = bestPlan(groups, { units, wanted })
  return {
    cards: inReadingOrder(cards),
    secondsPlanned: sumOf(cards, (card) => card.seconds),
    unheardSeconds: sumOf(cards, (card) => (card.kind === 'unheard' ? card.seconds : 0)),
    unheardTarget: owed * GRAIN_SECONDS,
  }
}

function refuseNonsense(candidates: readonly Choosable[], budgetSeconds: number, quotas: Quotas): void {
  if (!(budgetSeconds >= 0 && budgetSeconds <= LIMITS.budgetSeconds))
    throw new RangeError(`A brief has 0 to ${LIMITS.budgetSeconds} seconds, not ${budgetSeconds}.`)
  if (!(quotas.unheardShareMin >= 0 && quotas.unheardShareMin <= 1))
    throw new RangeError(`The unheard share is between 0 and 1, not ${quotas.unheardShareMin}.`)
  if (!CAPS_PER_AUTHOR.includes(quotas.perAuthorMax))
    throw new RangeError(`The cap per author is one of ${CAPS_PER_AUTHOR}, not ${quotas.perAuthorMax}.`)
  if (candidates.length > LIMITS.candidates)
    throw new RangeError(`At most ${LIMITS.candidates} candidates can be weighed, not ${candidates.length}.`)
  if (new Set(candidates.map((candidate) => candidate.key)).size < candidates.length)
    throw new RangeError('Two candidates have the same key.')
  for (const { key, seconds, worth } of candidates) {
    if (!(seconds > 0 && seconds % GRAIN_SECONDS === 0))
      throw new RangeError(`The seconds of ${key} are not a positive multiple of five: ${seconds}.`)
    if (!(worth >= 0 && worth <= LIMITS.worth))
      throw new RangeError(`The worth of ${key} is not between 0 and ${LIMITS.worth}: ${worth}.`)
  }
}

function groupsOf<Candidate extends Choosable>(
  candidates: readonly Candidate[],
  limit: { units: number; perAuthorMax: number },
): Group<Candidate>[] {
  const fitting = candidates.filter((candidate) => candidate.seconds <= limit.units * GRAIN_SECONDS)
  const members = Map.groupBy(fitting.toSorted(byKey), (candidate) => {
    if (candidate.kind === 'reflect') return 'reflect'
    return candidate.authorId === undefined ? `card ${candidate.key}` : `author ${candidate.authorId}`
  })
  return [...members].map(([name, cards]) =>
    optionsOf(cards.map(alone), {
      cardsMax: name === 'reflect' ? 1 : limit.perAuthorMax,
      units: limit.units,
    }),
  )
}

function alone<Candidate extends Choosable>(card: Candidate): Option<Candidate> {
  const units = card.seconds / GRAIN_SECONDS
  const score = Math.round(card.worth * WORTH_STEPS) * WORTH_OVER_UNITS - units
  return { cards: [card], units, unheardUnits: card.kind === 'unheard' ? units : 0, score }
}

/**
 * All unions of at most `cardsMax` cards worth thinking about. A card with `cardsMax` better ones beside it can be
 * exchanged for one of them in any plan, and a union with one better beside it likewise, so they are left out.
 */
function optionsOf<Candidate extends Choosable>(
  singles: Option<Candidate>[],
  limit: { cardsMax: number; units: number },
): Group<Candidate> {
  const empty: Option<Candidate> = { cards: [], units: 0, unheardUnits: 0, score: 0 }
  let unions = [empty]
  for (const single of withoutBeaten(singles, limit.cardsMax)) {
    const joined = unions
      .filter((union) => union.cards.length < limit.cardsMax && union.units + single.units <= limit.units)
      .map((union) => joinedWith(union, single))
    unions = unions.concat(joined)
  }
  return withoutBeaten(unions, 1)
}

function joinedWith<Candidate>(union: Option<Candidate>, single: Option<Candidate>): Option<Candidate> {
  return {
    cards: [...union.cards, ...single.cards],
    units: union.units + single.units,
    unheardUnits: union.unheardUnits + single.unheardUnits,
    score: union.score + single.score,
  }
}

/**
 * Drops every option that at least `beatenMax` others beat, being no longer, no less unheard and no less worth; the
 * rest come in the order of their keys.
 */
function withoutBeaten<Candidate extends Choosable>(
  options: Option<Candidate>[],
  beatenMax: number,
): Option<Candidate>[] {
  const kept: Option<Candidate>[] = []
  // In this order whatever beats an option stands before it, and what was dropped is beaten by what was kept.
  for (const option of options.toSorted(byShortest)) {
    let beaters = 0
    for (const other of kept) {
      if (other.unheardUnits >= option.unheardUnits && other.score >= option.score) beaters += 1
      if (beaters === beatenMax) break
    }
    if (beaters < beatenMax) kept.push(option)
  }
  return kept.toSorted(byCards)
}

/** The table V of the docstring above, one row per units left, filled from the last group to the first. */
type Table = { best: Float64Array; width: number; units: number }

/** Follows the table to the plan of greatest score; `owed` is the unheard units that it had to reach. */
function bestPlan<Candidate>(
  groups: Group<Candidate>[],
  { units, wanted }: { units: number; wanted: number },
): { cards: Candidate[]; owed: number } {
  const width = wanted + 1
  const table: Table = { best: new Float64Array((units + 1) * width).fill(-Infinity), width, units }
  for (let left = 0; left <= units; left += 1) table.best[left * width] = 0
  const choices = groups.toReversed().map((group) => chosenOptions(group, table))

  let left = units
  let owed = wanted
  while (table.best[left * width + owed] === -Infinity) owed -= 1
  const plan = { cards: [] as Candidate[], owed }
  for (const [index, choice] of choices.toReversed().entries()) {
    const option = groups[index]?.[choice[left * width + owed] ?? 0]
    if (option === undefined) continue
    plan.cards.push(...option.cards)
    left -= option.units
    owed = Math.max(0, owed - option.unheardUnits)
  }
  return plan
}

/**
 * Turns V_{g+1} into V_g in place and returns, for every state, which option attains it. Rows are filled from the
 * most units left down, because a row is made from rows with fewer units left, which must still be those of g + 1.
 */
function chosenOptions<Candidate>(group: Group<Candidate>, table: Table): Uint8Array | Uint16Array {
  const { best, width, units } = table
  const emptyIndex = group.length - 1
  const chosen = emptyIndex < 256 ? new Uint8Array(best.length) : new Uint16Array(best.length)
  chosen.fill(emptyIndex)
  for (let left = units; left > 0; left -= 1) {
    const row = left * width
    // From the last option to the first, so that of equally good ones the first in key order stays.
    for (let index = emptyIndex - 1; index >= 0; index -= 1) {
      const option = group[index]
      if (option === undefined || option.units > left) continue
      const rowAfter = (left - option.units) * width
      for (let owed = 0; owed < width; owed += 1) {
        const after = rowAfter + Math.max(0, owed - option.unheardUnits)
        const score = (best[after] ?? 0) + option.score
        if (score >= (best[row + owed] ?? 0)) {
          best[row + owed] = score
          chosen[row + owed] = index
        }
      }
    }
  }
  return chosen
}

function byKey(a: Choosable, b: Choosable): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** In the order of their cards' keys, which are sorted within an option; the empty option comes last. */
function byCards<Candidate extends Choosable>(a: Option<Candidate>, b: Option<Candidate>): number {
  if (a.cards.length === 0 || b.cards.length === 0) return b.cards.length - a.cards.length
  for (const [index, card] of a.cards.entries()) {
    const other = b.cards[index]
    if (other === undefined) return 1
    const order = byKey(card, other)
    if (order !== 0) return order
  }
  return a.cards.length - b.cards.length
}

function byShortest<Candidate extends Choosable>(a: Option<Candidate>, b: Option<Candidate>): number {
  return a.units - b.units || b.unheardUnits - a.unheardUnits || b.score - a.score || byCards(a, b)
}

function sumOf<Thing>(things: readonly Thing[], amount: (thing: Thing) => number): number {
  return things.reduce((sum, thing) => sum + amount(thing), 0)
}
