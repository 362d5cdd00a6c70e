/** The one clock. Everything else is given the time. */
export function clock(): Temporal.Instant {
  return Temporal.Now.instant()
}

/** Milliseconds of a clock that only goes forward, for how long something took. */
export function monotonicMs(): number {
  return performance.now()
}
