// Counts that tell how a network is moderated and nobody's part in it. Pure.

/** Fewer than these could point at somebody. */
export const CELL_MIN = 5

/**
 * A total with its parts, of which those below five are hidden. Where what is left could be worked out from the total
 * (one part alone is hidden, or so few that what they come to is below five), the smallest part that is shown is hidden
 * too, until it cannot.
 * @param parts counts that add up to the total
 */
export function suppressed(parts: readonly number[]): { total: number | null; parts: (number | null)[] } {
  const total = parts.reduce((sum, part) => sum + part, 0)
  if (total < CELL_MIN) return { total: null, parts: parts.map(() => null) }
  const hidden = new Set(parts.flatMap((part, index) => (part < CELL_MIN ? [index] : [])))
  const ascending = parts
    .map((part, index) => ({ part, index }))
    .filter(({ index }) => !hidden.has(index))
    .toSorted((one, other) => one.part - other.part)
  const tells = () => {
    const sum = [...hidden].reduce((all, index) => all + (parts[index] ?? 0), 0)
    return hidden.size > 0 && (hidden.size === 1 || sum < CELL_MIN)
  }
  for (const { index } of ascending) {
    if (!tells()) break
    hidden.add(index)
  }
  return { total, parts: parts.map((part, index) => (hidden.has(index) ? null : part)) }
}

/** The whole months before an instant, the last first, as `2026-03`. */
export function monthsBefore(now: Temporal.Instant, most: number): string[] {
  const month = now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth()
  return Array.from({ length: most }, (_, index) => month.subtract({ months: index + 1 }).toString())
}
