import { say } from '#browser/say'
import type { Role } from '#contract/ref'

/** Every role, in the order in which they are offered. A person without any is a member. */
export const ROLE_WORDS: Record<Role, string> = {
  executive: say('Executive'),
  delegate: say('Delegate'),
  steward: say('Steward'),
  administrator: say('Administrator'),
  'reverse-mentor': say('Reverse mentor'),
  guest: say('Guest'),
}

export const ROLES = Object.keys(ROLE_WORDS) as Role[]
