// The one place of the page that reads the clock and the zone; everybody else is given the time.

export function now(): Date {
  return new Date()
}

/** Milliseconds of a clock that only goes forward, whatever happens to the date. */
export function monotonicMs(): number {
  return performance.now()
}

/** The IANA zone of this device, such as Europe/Warsaw. */
export function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
