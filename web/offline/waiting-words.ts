// What is said about acts that wait.
import type { Act } from '#browser/offline/acts'
import { say } from '#browser/say'

/** How one act stands, in a sentence. */
export function standingOf(act: Act, sendingId: string | undefined): string {
  if (act.state === 'refused') return act.refusal?.detail ?? say('This was not done.')
  if (act.state === 'doubtful') {
    return say('This may have arrived days ago, and Foyer no longer knows. Look there before you try again.')
  }
  return act.id === sendingId ? say('On its way …') : say('Waits for a connection.')
}

/** Above the list: how many wait, and how many were not done. */
export function headlineOf(acts: readonly Act[]): string {
  const stuck = acts.filter(({ state }) => state !== 'waits').length
  const waiting = acts.length - stuck
  if (stuck === 0) return say('{waiting, plural, one {# waits} other {# wait}} to be sent', { waiting })
  if (waiting === 0) return say('{stuck, plural, one {# was} other {# were}} not done', { stuck })
  return say(
    '{waiting, plural, one {# waits} other {# wait}} to be sent, {stuck, plural, one {# was} other {# were}} not done',
    { waiting, stuck },
  )
}

/** What the list shows: what was done in passing waits unseen. */
export function listed(acts: readonly Act[]): Act[] {
  return acts.filter(({ about }) => about.isQuiet !== true)
}
