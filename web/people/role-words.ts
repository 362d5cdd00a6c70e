import type { Role } from '#contract/ref'

/** Every role, in the order in which they are offered. A person without any is a member. */
export const ROLE_WORDS: Record<Role, string> = {
  executive: 'Executive',
  delegate: 'Delegate',
  steward: 'Steward',
  administrator: 'Administrator',
  'reverse-mentor': 'Reverse mentor',
  guest: 'Guest',
}

export const ROLES = Object.keys(ROLE_WORDS) as Role[]
