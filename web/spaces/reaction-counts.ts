// Reactions as the page shows them before the server has answered.
import type { ReactionCount, ReactionKind } from '#contract/said'

export const REACTION_KINDS = ['agree', 'thank', 'curious', 'concerned'] as const satisfies ReactionKind[]

/** The counts after you pressed `kind`: yours is added, or taken back when it was there. */
export function toggled(counts: ReactionCount[], kind: ReactionKind): ReactionCount[] {
  const now = countOf(counts, kind)
  const next = { kind, isYours: !now.isYours, count: now.count + (now.isYours ? -1 : 1) }
  return REACTION_KINDS.map((each) => (each === kind ? next : countOf(counts, each))).filter(
    ({ count }) => count > 0,
  )
}

/** How many reacted with `kind`; nobody, where it is not listed. */
export function countOf(counts: ReactionCount[], kind: ReactionKind): ReactionCount {
  return counts.find((each) => each.kind === kind) ?? { kind, count: 0, isYours: false }
}
