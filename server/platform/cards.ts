// What a room offers to the brief: candidates for cards, as facts. The brief weighs and words them.
import type { CardAction, CardKind } from '#contract/brief'
import type { PersonId, PostId, ReplyId, SaidId } from '#contract/ref'
import type { Db } from './db.ts'
import type { Sentence } from './say.ts'

/** How many different people answered something since its author last looked, and how many of them with which reaction. */
export type CameOfIt = {
  people: number
  agree: number
  thank: number
  curious: number
  concerned: number
  wasQuestion: boolean
}

/** An answer for which the reader stands, and how many days it is until they are to look at it again; fewer than 0 once
 * it is out of date. */
export type ReviewDue = { reviewOn: string; inDays: number }

/** Facts about a candidate, in the units named; left out where a room does not know them. */
export type CardFacts = {
  /** The reader was addressed by name (mentioned; in mail: To). */
  askedByName?: boolean
  /** The reader takes part in the thread: began it, or spoke in it or in the one it carries on from. */
  tookPart?: boolean
  /** The reader was not addressed, but is one of those to whom it was said (in mail: Cc). */
  copied?: boolean
  /** Its author is a machine: a newsletter, a bot. */
  byMachine?: boolean
  /** Marked as a question by its author. */
  isQuestion?: boolean
  /** How many other people wait for the same (asked too, agreed). */
  waiting?: number
  /** Others have answered already. */
  answeredByOthers?: boolean
  /** How many people were addressed beside the reader. */
  addressed?: number
  /** How many different people thanked. */
  thanks?: number
  /** How often the reader replied to this author before. */
  repliesToAuthor?: number
  /** How often this author replied to or addressed the reader before. */
  repliesFromAuthor?: number
  /** The reader never read, answered or thanked this author before. */
  neverHeard?: boolean
  /** Steps in the reporting tree. */
  distance?: number
  /** What came of what the reader said. */
  came?: CameOfIt
  /** An answer of the reader's that is to be looked at again. */
  review?: ReviewDue
}

export type Candidate = {
  /** Stable: the same candidate has the same key tomorrow. */
  key: string
  kind: CardKind
  postId: PostId | undefined
  replyId: ReplyId | undefined
  saidId: SaidId | undefined
  authorId: PersonId | undefined
  at: Temporal.Instant
  title: string | undefined
  /** What would be read, as Markdown. */
  body: string
  prompt: string | undefined
  actions: CardAction[]
  facts: CardFacts
  /** What the room says of it itself: the strip on top instead of the usual one, and facts before all others. */
  told?: { headline: Sentence; facts: Sentence[]; way?: Way }
  /** How it was drawn, where chance had a part in it. */
  drawn?: Drawn
}

/** Where on the page it goes on, from the root of the address on. */
export type Way = { address: `/${string}`; label: Sentence }

/** How somebody came to be drawn by chance: what the brief keeps of it, so that the draw can be repeated, and says. */
export type Drawn = {
  /** Empty texts for what is not known. */
  stratum: { unit: string; site: string; level: string; distance: string }
  weight: number
  /** How many different people of the stratum could have been drawn. */
  drawnFrom: number
  /** For how many whole days the reader read nothing of the stratum, as far as that was looked at. */
  silentDays: number
}

/** For whom, and as of when: nothing after `at` may be seen. */
export type CardQuestion = { db: Db; readerId: PersonId; at: Temporal.Instant }

/** The same for a source in which chance has a part: the same seed makes the same chance. */
export type DrawQuestion = CardQuestion & { seed: string }

export type CardSource = (question: DrawQuestion) => Promise<Candidate[]>

/** No room offers more; the newest or most wanted come first. */
export const CANDIDATES_PER_SOURCE_MAX = 60
