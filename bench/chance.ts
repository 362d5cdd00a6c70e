// Seeded chance: the same seed gives the same network on every machine.

export type Chance = {
  /** Uniform in [0, 1). */
  share: () => number
  /** A whole number from 0 to `count` − 1. */
  below: (count: number) => number
  isLikely: (probability: number) => boolean
  pick: <T>(from: readonly T[]) => T
  /** Exponential with the given mean: the waits of things that happen by themselves. */
  wait: (mean: number) => number
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for made-up people. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  const share = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number) => Math.floor(share() * count)
  return {
    share,
    below,
    isLikely: (probability) => share() < probability,
    pick: (from) => {
      const picked = from[below(from.length)]
      if (picked === undefined) throw new RangeError('There is nothing to pick from.')
      return picked
    },
    wait: (mean) => -mean * Math.log(1 - share()),
  }
}

/**
 * Picks ranks 0 … count − 1 with a probability proportional to 1 / (rank + 1)^exponent (Zipf's law; words of a language
 * follow it with an exponent near 1).
 */
export function zipf({ count, exponent }: { count: number; exponent: number }): (chance: Chance) => number {
  const sums = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank += 1) {
    sum += 1 / (rank + 1) ** exponent
    sums[rank] = sum
  }
  return (chance) => {
    const wanted = chance.share() * sum
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return low
  }
}
