// What may be said of a week: never a figure that tells of fewer than five people. Pure.

/** So many people at least stand behind a figure, and behind its complement. */
const PEOPLE_MIN = 5

export type Counted = { agreed: number; tookPart: number }

/**
 * Hides what would tell of few people: who agreed, below five of them; who took part, where those who did or those who
 * did not are fewer than five.
 */
export function shownOf({ agreed, tookPart }: Counted): { agreed: number | null; tookPart: number | null } {
  const isTold = tookPart >= PEOPLE_MIN && agreed - tookPart >= PEOPLE_MIN
  return { agreed: agreed >= PEOPLE_MIN ? agreed : null, tookPart: isTold ? tookPart : null }
}
