// What this room tells.
import type { PersonId } from '#contract/ref'
import type { News } from '#platform/journal'

export function personAdded(personId: PersonId): News {
  return { name: 'people/person-added', facts: { personId } }
}

export function rolesChanged(personId: PersonId): News {
  return { name: 'people/roles-changed', facts: { personId } }
}

export function personDeactivated(personId: PersonId): News {
  return { name: 'people/person-deactivated', facts: { personId } }
}

export function languageChosen(personId: PersonId): News {
  return { name: 'people/language-chosen', facts: { personId } }
}

export function zoneChosen(personId: PersonId): News {
  return { name: 'people/zone-chosen', facts: { personId } }
}
