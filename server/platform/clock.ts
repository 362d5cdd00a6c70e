/** The one clock. Everything else is given the time. */
export function clock(): Temporal.Instant {
  return Temporal.Now.instant()
}
