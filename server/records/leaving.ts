// Rules of leaving. Pure.
import type { SpaceRef } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** For so long it can be taken back; then what somebody was is erased for good. */
export const UNDO_DAYS = 14

const DAY_HOURS = 24
const SPACES_NAMED = 5

export function undoUntil(leftAt: Temporal.Instant): Temporal.Instant {
  return leftAt.add({ hours: DAY_HOURS * UNDO_DAYS })
}

/** Why somebody cannot go who alone keeps spaces in which others are. */
export function whyNotGo(toHandOver: readonly SpaceRef[]): Refusal | undefined {
  if (toHandOver.length === 0) return undefined
  const named = toHandOver.slice(0, SPACES_NAMED).map(({ name }) => name)
  const more = toHandOver.length - named.length
  return refusal(
    'conflict',
    'only-keeper',
    'Nobody keeps these spaces but you: {names}{more, plural, =0 {} other {, # more}}. Make somebody else there a keeper first.',
    { names: named.join(', '), more },
  )
}

/** Whether a name that was typed to confirm is the one meant. */
function isNamed(typed: string, name: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
  return plain(typed) === plain(name)
}

export function whyNotByName(typed: string, name: string): Refusal | undefined {
  if (isNamed(typed, name)) return undefined
  return refusal('invalid', 'not-your-name', 'To leave, type your name just as it stands in your profile.')
}
