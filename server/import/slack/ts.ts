// Slack's `ts`: seconds and microseconds as a text, which is a message's identity within its channel.

/** Up to the year 2255, so that a time in microseconds is a whole number that a float holds. */
const SECONDS_MAX = 9_007_199_253

/** A `ts` as Slack writes it, with six digits behind the point; undefined for anything that is none. */
export function asTs(given: string): string | undefined {
  const [, seconds, micros = ''] = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(given) ?? []
  if (seconds === undefined || Number(seconds) > SECONDS_MAX) return undefined
  return `${Number(seconds)}.${micros.padEnd(6, '0')}`
}

/** Microseconds since 1970. */
export function microsOf(ts: string): number {
  const point = ts.indexOf('.')
  return Number(ts.slice(0, point)) * 1e6 + Number(ts.slice(point + 1))
}

export function tsOf(micros: number): string {
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`
}
