// How long something was really in view: a clock that stands still while the page is hidden or the words are away.

/** Below this a glance is not reading. */
export const DWELT_SECONDS_MIN = 3

/** The most that one recording may claim; who leaves a page open all day has not read all day. */
const SECONDS_MAX = 3600

export type ReadingClock = { secondsBefore: number; runningSince: number | undefined }

export const stoppedClock: ReadingClock = { secondsBefore: 0, runningSince: undefined }

/** Starts the clock at `at` (milliseconds of any one monotonic clock); a running one runs on. */
export function started(clock: ReadingClock, at: number): ReadingClock {
  return clock.runningSince === undefined ? { ...clock, runningSince: at } : clock
}

/** Stops the clock at `at` and keeps what it showed. */
export function stopped(clock: ReadingClock, at: number): ReadingClock {
  return { secondsBefore: secondsOn(clock, at), runningSince: undefined }
}

/** What the clock shows at `at`: seconds, 0 to 3600. */
export function secondsOn(clock: ReadingClock, at: number): number {
  const running = clock.runningSince === undefined ? 0 : Math.max(0, at - clock.runningSince) / 1000
  return Math.min(SECONDS_MAX, clock.secondsBefore + running)
}
