// What is said about acts that wait.
import type { Act } from '#browser/offline/acts'

/** How one act stands, in a sentence. */
export function standingOf(act: Act, sendingId: string | undefined): string {
  if (act.state === 'refused') return act.refusal?.detail ?? 'This was not done.'
  if (act.state === 'doubtful') {
    return 'This may have arrived days ago, and Foyer no longer knows. Look there before you try again.'
  }
  return act.id === sendingId ? 'On its way …' : 'Waits for a connection.'
}

/** Above the list: how many wait, and how many were not done. */
export function headlineOf(acts: readonly Act[]): string {
  const stuck = acts.filter(({ state }) => state !== 'waits').length
  const waiting = acts.length - stuck
  const waits = waiting === 1 ? '1 waits to be sent' : `${waiting} wait to be sent`
  const undone = stuck === 1 ? '1 was not done' : `${stuck} were not done`
  if (stuck === 0) return waits
  return waiting === 0 ? undone : `${waits}, ${undone}`
}

/** What the list shows: what was done in passing waits unseen. */
export function listed(acts: readonly Act[]): Act[] {
  return acts.filter(({ about }) => about.isQuiet !== true)
}
