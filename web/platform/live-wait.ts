// How long to wait before a broken line is tried again.

const FIRST_MS = 500
const LONGEST_MS = 30_000

/**
 * Twice as long each time, and never the same for two tabs that broke together.
 * @param failures in a row, from 1
 * @param chance from 0 to 1
 * @returns milliseconds, from half the full wait up to all of it
 */
export function waitMsAfter(failures: number, chance: number): number {
  const full = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS)
  return full * (0.5 + chance / 2)
}
