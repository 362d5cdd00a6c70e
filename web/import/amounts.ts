// Counts, sizes and spans of time as this room shows them.
const NUMBERS = new Intl.NumberFormat('en')
const TENTHS = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

export function numbered(count: number): string {
  return NUMBERS.format(count)
}

/** `1 message`, `2 messages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numbered(count)} ${count === 1 ? one : many}`
}

export function sizeOf(bytes: number): string {
  if (bytes < 1e6) return `${numbered(Math.max(1, Math.round(bytes / 1e3)))} kB`
  return bytes < 1e9 ? `${TENTHS.format(bytes / 1e6)} MB` : `${TENTHS.format(bytes / 1e9)} GB`
}

/** About how long something still takes. */
export function timeLeft(seconds: number): string {
  if (seconds < 50) return 'less than a minute left'
  if (seconds < 5400) return `about ${counted(Math.round(seconds / 60), 'minute')} left`
  return `about ${counted(Math.round(seconds / 3600), 'hour')} left`
}

export type Sample = { atMs: number; count: number }

const WINDOW_MS = 20_000

/** Adds a sample to those of the last seconds; one that counts less begins anew. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1)
  if (last !== undefined && (sample.count < last.count || sample.atMs < last.atMs)) return [sample]
  if (last !== undefined && sample.atMs === last.atMs) return samples
  return [...samples.filter(({ atMs }) => atMs > sample.atMs - WINDOW_MS), sample]
}

/** How many a second over the samples; undefined while that cannot be told. */
export function rateOf(samples: readonly Sample[]): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last.atMs - first.atMs < 1000) return undefined
  return ((last.count - first.count) * 1000) / (last.atMs - first.atMs)
}
