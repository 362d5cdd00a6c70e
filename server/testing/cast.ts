// The people every test knows, the same as in the sample company.
import type { PersonId, Role } from '#contract/ref'

export type Member = {
  id: PersonId
  name: string
  address: string
  title: string
  roles: Role[]
  managerIs?: string
}

const person = (number: number, rest: Omit<Member, 'id'>): Member => ({
  id: `00000000-0000-7000-8000-${String(number).padStart(12, '0')}` as PersonId,
  ...rest,
})

/** An executive with ten minutes, her delegate, a member far away, and so on; `outsider` is in no space at all. */
export const cast = {
  executive: person(1, {
    name: 'Ingrid Solheim',
    address: 'ingrid@foyer.test',
    title: 'Chief executive',
    roles: ['executive'],
  }),
  delegate: person(2, {
    name: 'Daniel Reyes',
    address: 'daniel@foyer.test',
    title: 'Chief of staff',
    roles: ['delegate'],
    managerIs: 'executive',
  }),
  plantManager: person(3, {
    name: 'Marta Wójcik',
    address: 'marta@foyer.test',
    title: 'Plant manager, Gdańsk',
    roles: [],
    managerIs: 'executive',
  }),
  supervisor: person(4, {
    name: 'Piotr Zieliński',
    address: 'piotr@foyer.test',
    title: 'Shift supervisor',
    roles: [],
    managerIs: 'plantManager',
  }),
  member: person(5, {
    name: 'Tomasz Okafor',
    address: 'tomasz@foyer.test',
    title: 'Line technician',
    roles: [],
    managerIs: 'supervisor',
  }),
  steward: person(6, {
    name: 'Aiko Tanaka',
    address: 'aiko@foyer.test',
    title: 'Community manager',
    roles: ['steward'],
    managerIs: 'delegate',
  }),
  administrator: person(7, {
    name: 'Noor Haddad',
    address: 'noor@foyer.test',
    title: 'IT administrator',
    roles: ['administrator'],
    managerIs: 'delegate',
  }),
  guest: person(8, {
    name: 'Lena Brandt',
    address: 'lena@partner.test',
    title: 'Supplier',
    roles: ['guest'],
  }),
  outsider: person(9, { name: 'Omar Said', address: 'omar@foyer.test', title: 'New colleague', roles: [] }),
} satisfies Record<string, Member>

export type CastName = keyof typeof cast

/** The Markdown that mentions somebody of the cast. */
export function mention(who: CastName): string {
  return `@[${cast[who].name}](person:${cast[who].id})`
}
