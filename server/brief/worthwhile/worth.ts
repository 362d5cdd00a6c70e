// Worth your time: how much each post deserves a reader's minutes, which of them fill a list, and in what order. Pure;
// likes are no input, and nothing here guesses what somebody would press.

/** What is known of a post for one reader: each counts 1 or not at all, but for the units. */
export type WorthFacts = {
  /** The reader is asked by name in it, and has not answered. */
  asksMe: boolean
  /** It waits for a decision of the reader's. */
  decisionNeeded: boolean
  /** Its author stands where the reader has read nobody of late. */
  unheardCell: boolean
  /** It touches the purpose that the reader has chosen. */
  purposeMatch: boolean
  /** How many different units take part in its thread, 0 or more. */
  unitsEngaged: number
  /** It is of a space, a person, a thread or a topic that the reader follows. */
  followed: boolean
}

export type WorthFeature = keyof WorthFacts

/** One reason, with its points before anything fades. */
export type WorthPoints = { feature: WorthFeature; points: number }

export type WorthCandidate = {
  /** Unique among the candidates; it settles ties, so the same post must always have the same key. */
  key: string
  authorId: string
  /** Hours since it was said, 0 or more. */
  ageHours: number
  /** Reading it, in whole seconds, 1 or more. */
  seconds: number
  /** What it shares with others: its space, its author, the author's unit, its topics. */
  marks: readonly string[]
  facts: WorthFacts
}

/** A post with its place in the list and all that this is made of. */
export type Worthwhile<Candidate extends WorthCandidate> = {
  candidate: Candidate
  /** The sum of its points, faded by age and by the author's posts above it. */
  score: number
  terms: WorthPoints[]
  /** Factors from 0 to 1; 1 fades nothing. */
  ageFactor: number
  authorFactor: number
}

const POINTS: Readonly<Record<WorthFeature, number>> = {
  asksMe: 3,
  decisionNeeded: 2,
  unheardCell: 2,
  purposeMatch: 1.5,
  unitsEngaged: 1,
  followed: 0.5,
}

const HALVED_AFTER_HOURS = 72
const EARLIER_POST_FACTOR = 0.5
const AUTHOR_FACTOR_MIN = 0.25
/** The weight of worth over variety (MMR, Carbonell & Goldstein 1998). */
const LAMBDA = 0.7
/** What is very like what stands above it keeps this share of its worth, so that it comes where there is time left. */
const ALIKE_SHARE_MIN = 0.05
/** The share of the time that belongs to unheard cells before anything else is chosen. */
const UNHEARD_SHARE = 0.2
/** Values are compared in whole millionths, so that equal means equal whatever fractions make of it. */
const VALUE_STEPS = 1_000_000
const LIMITS = { candidates: 500, budgetSeconds: 3600 }

/**
 * The reasons for a post, those that say nothing left out:
 * 3·asks_me + 2·decision_needed + 2·unheard_cell + 1.5·purpose_match + log2(1 + units engaged) + 0.5·followed.
 */
export function pointsOf(facts: WorthFacts): WorthPoints[] {
  const features = Object.keys(POINTS) as WorthFeature[]
  return features
    .map((feature) => ({ feature, points: POINTS[feature] * strengthOf(facts[feature]) }))
    .filter(({ points }) => points > 0)
}

function strengthOf(fact: boolean | number): number {
  return typeof fact === 'number' ? Math.log2(1 + fact) : Number(fact)
}

/** 2^(−age/72 h): half after three days, a quarter after six. */
export function ageFactorOf(ageHours: number): number {
  return 2 ** (-ageHours / HALVED_AFTER_HOURS)
}

/**
 * A finite list. Each post scores the sum of its points, × 2^(−age/72 h), × ½ for each post of the same author that
 * scores more, down to ¼. Posts without a reason are left out. Then, over relevance r = score / highest score:
 *
 * 1. in the order of maximal marginal relevance, argmax 0.7·r − 0.3·(likeness to what is chosen already), each post
 *    is given that value, at least 0.05·r; likeness is the share of marks that two posts have in common;
 * 2. from unheard cells, the posts of most value that fit into a fifth of the budget;
 * 3. from all that are left, the posts of most value that fit into what is left of it: both exactly, by dynamic
 *    programming over seconds.
 *
 * They come in the order of step 1. The order in which candidates are given never matters.
 *
 * @param budgetSeconds 0 to 3600
 * @throws RangeError when keys repeat or a number is outside its stated range
 */
export function worthYourTime<Candidate extends WorthCandidate>(
  candidates: readonly Candidate[],
  budgetSeconds: number,
): Worthwhile<Candidate>[] {
  refuseNonsense(candidates, budgetSeconds)
  const valued = inMarginalOrder(scored(candidates))
  const budget = Math.floor(budgetSeconds)
  const unheard = valued.filter(({ of }) => of.candidate.facts.unheardCell)
  const reserved = new Set(bestWithin(unheard, Math.floor(UNHEARD_SHARE * budget)))
  const left = budget - secondsIn(reserved)
  const others = bestWithin(
    valued.filter((each) => !reserved.has(each)),
    left,
  )
  const chosen = reserved.union(new Set(others))
  return valued.filter((each) => chosen.has(each)).map(({ of }) => of)
}

function refuseNonsense(candidates: readonly WorthCandidate[], budgetSeconds: number): void {
  if (!(budgetSeconds >= 0 && budgetSeconds <= LIMITS.budgetSeconds))
    throw new RangeError(`A list has 0 to ${LIMITS.budgetSeconds} seconds, not ${budgetSeconds}.`)
  if (candidates.length > LIMITS.candidates)
    throw new RangeError(`At most ${LIMITS.candidates} posts can be weighed, not ${candidates.length}.`)
  if (new Set(candidates.map(({ key }) => key)).size < candidates.length)
    throw new RangeError('Two posts have the same key.')
  for (const { key, ageHours, seconds, facts } of candidates) {
    if (!(ageHours >= 0)) throw new RangeError(`The age of ${key} is not 0 or more: ${ageHours}.`)
    if (!(Number.isInteger(seconds) && seconds >= 1))
      throw new RangeError(`The seconds of ${key} are not whole: ${seconds}.`)
    if (!(facts.unitsEngaged >= 0)) throw new RangeError(`${key} engages ${facts.unitsEngaged} units.`)
  }
}

/** With their scores, the highest first; those without any reason are gone. */
function scored<Candidate extends WorthCandidate>(candidates: readonly Candidate[]): Worthwhile<Candidate>[] {
  const fresh = candidates.map((candidate) => {
    const terms = pointsOf(candidate.facts)
    const ageFactor = ageFactorOf(candidate.ageHours)
    const score = terms.reduce((sum, { points }) => sum + points, 0) * ageFactor
    return { candidate, terms, ageFactor, score, authorFactor: 1 }
  })
  const earlier = new Map<string, number>()
  return fresh
    .filter(({ score }) => score > 0)
    .sort(byScore)
    .map((each) => {
      const { authorId } = each.candidate
      const above = earlier.get(authorId) ?? 0
      earlier.set(authorId, above + 1)
      const authorFactor = Math.max(AUTHOR_FACTOR_MIN, EARLIER_POST_FACTOR ** above)
      return { ...each, authorFactor, score: each.score * authorFactor }
    })
    .sort(byScore)
}

type Scored = { score: number; candidate: WorthCandidate }

function byScore(one: Scored, other: Scored): number {
  if (one.score !== other.score) return other.score - one.score
  return one.candidate.key < other.candidate.key ? -1 : 1
}

type Valued<Candidate extends WorthCandidate> = { of: Worthwhile<Candidate>; value: number; seconds: number }

/** Each post with its value, in the order in which maximal marginal relevance takes them. */
function inMarginalOrder<Candidate extends WorthCandidate>(
  posts: readonly Worthwhile<Candidate>[],
): Valued<Candidate>[] {
  const highest = posts[0]?.score ?? 1
  const left = posts.map((of) => ({ of, relevance: of.score / highest, likeness: 0 }))
  const ordered: Valued<Candidate>[] = []
  while (left.length > 0) {
    const values = left.map(({ relevance, likeness }) => LAMBDA * relevance - (1 - LAMBDA) * likeness)
    // The first of equal values: those left stand in the order of their scores.
    const [next] = left.splice(values.indexOf(Math.max(...values)), 1)
    if (next === undefined) break
    const { of, relevance, likeness } = next
    const marginal = LAMBDA * relevance - (1 - LAMBDA) * likeness
    const value = Math.max(1, Math.round(Math.max(marginal, ALIKE_SHARE_MIN * relevance) * VALUE_STEPS))
    ordered.push({ of, value, seconds: of.candidate.seconds })
    for (const other of left) {
      other.likeness = Math.max(other.likeness, likenessOf(of.candidate.marks, other.of.candidate.marks))
    }
  }
  return ordered
}

/** The share of marks that two posts have in common, of all that either has: 0 to 1. */
function likenessOf(one: readonly string[], other: readonly string[]): number {
  const marks = new Set(one)
  const common = new Set(other).intersection(marks).size
  const all = marks.union(new Set(other)).size
  return all === 0 ? 0 : common / all
}

type Weighed = { value: number; seconds: number }

/** Those that are worth most together and fit; of equally good choices, the one that keeps to what stands higher. */
function bestWithin<Each extends Weighed>(posts: readonly Each[], budget: number): Each[] {
  const width = budget + 1
  // Row by row: the most that the posts up to this one give within so many seconds.
  const best = new Float64Array((posts.length + 1) * width)
  for (const [index, { value, seconds }] of posts.entries()) {
    for (let room = 0; room < width; room += 1) {
      const without = best[index * width + room] ?? 0
      const before = room >= seconds ? (best[index * width + room - seconds] ?? 0) : Number.NEGATIVE_INFINITY
      best[(index + 1) * width + room] = Math.max(without, before + value)
    }
  }
  const chosen: Each[] = []
  let room = budget
  for (const [index, post] of [...posts.entries()].reverse()) {
    if (best[(index + 1) * width + room] === best[index * width + room]) continue
    chosen.push(post)
    room -= post.seconds
  }
  return chosen
}

function secondsIn(posts: Iterable<Weighed>): number {
  return [...posts].reduce((sum, { seconds }) => sum + seconds, 0)
}
