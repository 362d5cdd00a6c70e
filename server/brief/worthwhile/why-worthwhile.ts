// Why a post is worth somebody's time, in sentences without a full stop. Pure.

import type { WorthPost } from '#rooms/spaces'
import type { WorthCandidate, WorthFeature, Worthwhile } from './worth.ts'

/** A candidate, and what is said of it. */
export type WeighedCandidate = WorthCandidate &
  Pick<WorthPost, 'postId' | 'followed'> & { unit: string | undefined; authorName: string }

type Shown = Worthwhile<WeighedCandidate>

/** The reasons with their points, the weightiest first. */
export function reasonsOf({ terms, candidate }: Shown, purpose: string | undefined) {
  return terms
    .toSorted((one, other) => other.points - one.points)
    .map(({ feature, points }) => ({
      feature,
      sentence: SENTENCES[feature](candidate, purpose),
      points: rounded(points),
    }))
}

/** What counts it for less; nothing for a post of this hour by an author who stands nowhere above it. */
export function fadesOf({ ageFactor, authorFactor, candidate }: Shown) {
  const age = { sentence: `Said ${agoOf(candidate.ageHours)}`, factor: rounded(ageFactor) }
  const author = {
    sentence: `${candidate.authorName} has ${authorFactor < 0.5 ? 'more than one post' : 'another post'} that counts for more`,
    factor: rounded(authorFactor),
  }
  return [age, author].filter(({ factor }) => factor < 1)
}

const SENTENCES: Record<WorthFeature, (of: WeighedCandidate, purpose: string | undefined) => string> = {
  asksMe: () => 'You are asked by name and have not answered',
  decisionNeeded: () => 'A decision of yours is waited for',
  unheardCell: ({ unit }) => `You have read nobody from ${unit ?? 'there'} in the last 28 days`,
  purposeMatch: (_, purpose) => `It touches your purpose: ${purpose ?? ''}`,
  unitsEngaged: ({ facts }) =>
    facts.unitsEngaged === 1
      ? 'People of one unit take part'
      : `People of ${facts.unitsEngaged} units take part`,
  followed: ({ followed }) => {
    if (followed?.what === 'thread') return 'You follow this thread'
    return `You follow ${followed?.what === 'topic' ? '#' : ''}${followed?.name ?? 'it'}`
  },
}

const DAY_HOURS = 24

function agoOf(hours: number): string {
  if (hours < 1) return 'within the hour'
  const [count, noun] =
    hours < 2 * DAY_HOURS ? [Math.floor(hours), 'hour'] : [Math.floor(hours / DAY_HOURS), 'day']
  return `${count} ${noun}${count === 1 ? '' : 's'} ago`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
