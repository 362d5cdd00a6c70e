// Seeded chance, and intervals by drawing days anew: candidates of one day are alike, so whole days are drawn. Pure.

/** Uniform in [0, 1): Mulberry32 (Tommy Ettinger, public domain), the same on every machine. */
export function chanceFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** How often each of `count` days counts in each of `draws` resamples with replacement. */
export function resamples({
  count,
  draws,
  seed,
}: {
  count: number
  draws: number
  seed: number
}): number[][] {
  const chance = chanceFrom(seed)
  return Array.from({ length: draws }, () => {
    const times = new Array<number>(count).fill(0)
    for (let drawn = 0; drawn < count; drawn += 1) {
      const day = Math.floor(chance() * count)
      times[day] = (times[day] ?? 0) + 1
    }
    return times
  })
}

export type Interval = { low: number; high: number }

/**
 * The middle 95 % of what the resamples gave (percentile bootstrap, Efron 1979); those that gave nothing are left out.
 * @returns undefined when none gave anything
 */
export function intervalOf(values: readonly (number | undefined)[]): Interval | undefined {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]
  const [low, high] = [at(0.025), at(0.975)]
  return low === undefined || high === undefined ? undefined : { low, high }
}
