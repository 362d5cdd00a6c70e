// Rows of people files for tests, and the network that they make.
import type { KnownPerson } from './known-people.ts'
import type { ManagerMention, PersonRow } from './person-row.ts'
import type { PeoplePlan, PlannedPerson } from './plan-people.ts'

type Said = Partial<PersonRow> & { manager?: ManagerMention | undefined }

/** Rows as the reader gives them, numbered from 2, with what matters to the test. */
export function rowsOf(...said: Said[]): PersonRow[] {
  return said.map((row, place) => ({
    row: place + 2,
    id: undefined,
    name: '',
    addresses: [],
    title: undefined,
    unit: undefined,
    location: undefined,
    country: undefined,
    timeZone: undefined,
    languages: [],
    manager: undefined,
    isActive: undefined,
    isGuest: undefined,
    ...row,
  }))
}

export const byId = (value: string): ManagerMention => ({ by: 'id', value })
export const byName = (value: string): ManagerMention => ({ by: 'name', value })
export const byAddress = (value: string): ManagerMention => ({ by: 'address', value })

export function codesOf(plan: PeoplePlan): string[] {
  return plan.report.lines.map(({ row, code }) => `${row} ${code}`)
}

/** What a network knows of the people of a plan once it has been applied. */
export function applied(plan: PeoplePlan, newIdsStartWith = 'id of'): KnownPerson[] {
  const ids = new Map(
    plan.people.map(({ key, existingId }) => [key, existingId ?? `${newIdsStartWith} ${key}`]),
  )
  const idOf = (manager: PlannedPerson['manager']) =>
    manager && ('key' in manager ? ids.get(manager.key) : manager.existingId)
  return plan.people.map((person) => ({
    ...person,
    id: ids.get(person.key) ?? '',
    externalKey: person.key,
    managerId: idOf(person.manager),
  }))
}
