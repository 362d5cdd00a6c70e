// Chance that a seed repeats: the same seed makes the same archive.

export type Chance = {
  /** A whole number from 0 up to, and without, `end`. */
  below: (end: number) => number
  oneOf: <T>(all: readonly T[]) => T
}

/** @param seed any whole number */
export function chanceFrom(seed: number): Chance {
  // Mulberry32 by Tommy Ettinger: 32 bits of state, and good enough to break things with.
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
  const below = (end: number) => (end <= 1 ? 0 : next() % end)
  return { below, oneOf: (all) => all[below(all.length)] as (typeof all)[number] }
}
