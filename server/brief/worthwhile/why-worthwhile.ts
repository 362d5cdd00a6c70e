// Why a post is worth somebody's time, in sentences without a full stop. Pure.
import type { Language } from '#contract/language'
import { type Sentence, say, sentence } from '#platform/say'
import type { WorthPost } from '#rooms/spaces'
import type { WorthCandidate, WorthFeature, Worthwhile } from './worth.ts'

/** A candidate, and what is said of it. */
export type WeighedCandidate = WorthCandidate &
  Pick<WorthPost, 'postId' | 'followed'> & { unit: string | undefined; authorName: string }

type Shown = Worthwhile<WeighedCandidate>

/** Who is told, and what they have chosen as their purpose. */
type Listener = { purpose: string | undefined; language: Language }

/** The reasons with their points, the weightiest first. */
export function reasonsOf({ terms, candidate }: Shown, { purpose, language }: Listener) {
  return terms
    .toSorted((one, other) => other.points - one.points)
    .map(({ feature, points }) => ({
      feature,
      sentence: say(language, SENTENCES[feature](candidate, purpose)),
      points: rounded(points),
    }))
}

/** What counts it for less; nothing for a post of this hour by an author who stands nowhere above it. */
export function fadesOf({ ageFactor, authorFactor, candidate }: Shown, language: Language) {
  const age = { sentence: say(language, saidAgo(candidate.ageHours)), factor: rounded(ageFactor) }
  const { authorName } = candidate
  const others =
    authorFactor < 0.5
      ? sentence('{authorName} has more than one post that counts for more', { authorName })
      : sentence('{authorName} has another post that counts for more', { authorName })
  const author = {
    sentence: say(language, others),
    factor: rounded(authorFactor),
  }
  return [age, author].filter(({ factor }) => factor < 1)
}

const SENTENCES: Record<WorthFeature, (of: WeighedCandidate, purpose: string | undefined) => Sentence> = {
  asksMe: () => sentence('You are asked by name and have not answered'),
  decisionNeeded: () => sentence('A decision of yours is waited for'),
  unheardCell: ({ unit }) =>
    unit === undefined
      ? sentence('You have read nobody from there in the last 28 days')
      : sentence('You have read nobody from {unit} in the last 28 days', { unit }),
  purposeMatch: (_, purpose) => sentence('It touches your purpose: {purpose}', { purpose: purpose ?? '' }),
  unitsEngaged: ({ facts }) =>
    sentence('{units, plural, one {People of one unit take part} other {People of # units take part}}', {
      units: facts.unitsEngaged,
    }),
  followed: ({ followed }) => {
    if (followed?.what === 'thread') return sentence('You follow this thread')
    const name = followed?.name
    if (name === undefined) return sentence('You follow it')
    return sentence('You follow {name}', { name: followed?.what === 'topic' ? `#${name}` : name })
  },
}

const DAY_HOURS = 24

function saidAgo(hours: number): Sentence {
  if (hours < 1) return sentence('Said within the hour')
  if (hours < 2 * DAY_HOURS) {
    return sentence('Said {hours, plural, one {# hour} other {# hours}} ago', { hours: Math.floor(hours) })
  }
  return sentence('Said {days, plural, one {# day} other {# days}} ago', {
    days: Math.floor(hours / DAY_HOURS),
  })
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
