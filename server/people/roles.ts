// The rules of roles: which go together, and that a network never loses its last administrator.
import type { PersonId, Role } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** Why these roles cannot be held by one person. A guest is from outside, and every other role is of the house. */
export function whyNotRoles(roles: readonly Role[]): Refusal | undefined {
  if (!roles.includes('guest') || roles.every((role) => role === 'guest')) return undefined
  return refusal(
    'invalid',
    'guest-is-outside',
    'A guest has no other role. Take "guest" away, or the others.',
  )
}

/** Why somebody cannot stop being an administrator: nobody else would be one. */
export function whyNotStopAdministering(
  person: PersonId,
  administrators: readonly PersonId[],
): Refusal | undefined {
  if (!administrators.includes(person) || administrators.length > 1) return undefined
  return refusal(
    'conflict',
    'last-administrator',
    'This is the last administrator. Make somebody else one first.',
  )
}
