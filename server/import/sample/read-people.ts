// Reads who works at the sample company.
import { Address } from '#contract/auth'
import { Role } from '#contract/ref'
import { languagesIn, timeZoneIn } from '../people-csv/cells.ts'
import { type Cell, listIn, neededText } from './cells.ts'
import type { Complain, SamplePerson } from './sample.ts'
import { readTable } from './table.ts'

const NEEDED = [
  'key',
  'name',
  'address',
  'title',
  'unit',
  'location',
  'time_zone',
  'languages',
  'manager',
  'roles',
  'about',
] as const
const OPTIONAL = ['country', 'purpose'] as const
/** `marta.wojcik`: what is mentioned as `@marta.wojcik`. */
const KEY = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/
const NAME_CHARACTERS_MAX = 120
const PLACE_CHARACTERS_MAX = 160
const ABOUT_CHARACTERS_MAX = 2000
const PURPOSE_CHARACTERS_MAX = 200

/** Everybody of a file such as `people.csv`; what they lack is complained about. */
export function readPeople(source: { file: string; text: string; complain: Complain }): SamplePerson[] {
  const { complain } = source
  return readTable(source, { needed: NEEDED, optional: OPTIONAL }).map(({ where, cell }) => {
    const at = (column: (typeof NEEDED | typeof OPTIONAL)[number]): Cell => ({ ...cell(column), complain })
    const said = (column: 'unit' | 'location' | 'country' | 'about' | 'purpose', charactersMax: number) =>
      at(column).text === '' ? undefined : neededText(at(column), charactersMax)
    return {
      key: keyIn(at('key')),
      name: neededText(at('name'), NAME_CHARACTERS_MAX),
      address: addressIn(at('address')),
      title: neededText(at('title'), PLACE_CHARACTERS_MAX),
      unit: said('unit', PLACE_CHARACTERS_MAX),
      location: said('location', PLACE_CHARACTERS_MAX),
      timeZone: zoneIn(at('time_zone')),
      languages: spokenIn(at('languages')),
      managerKey: at('manager').text === '' ? undefined : at('manager').text,
      roles: rolesIn(at('roles')),
      about: said('about', ABOUT_CHARACTERS_MAX),
      country: said('country', PLACE_CHARACTERS_MAX),
      purpose: said('purpose', PURPOSE_CHARACTERS_MAX),
      where,
    }
  })
}

function keyIn({ text, where, complain }: Cell): string {
  if (!KEY.test(text)) complain(where, `The key "${text}" is not of the form first.last, without accents.`)
  return text
}

function addressIn({ text, where, complain }: Cell): string {
  const address = Address.safeParse(text)
  if (!address.success) complain(where, `"${text}" is no address.`)
  return address.data ?? text
}

function zoneIn({ text, where, complain }: Cell): string {
  const zone = timeZoneIn(text)
  if (zone === undefined) complain(where, `"${text}" is no time zone such as Europe/Oslo.`)
  return zone ?? 'UTC'
}

function spokenIn({ text, where, complain }: Cell): string[] {
  const { languages, unreadable } = languagesIn(text)
  if (unreadable.length > 0) complain(where, `"${unreadable[0]}" is no language such as en.`)
  if (languages.length === 0) complain(where, 'languages is empty.')
  return languages
}

function rolesIn({ text, where, complain }: Cell): Role[] {
  const roles = listIn(text).flatMap((word) => {
    const role = Role.safeParse(word)
    if (!role.success) complain(where, `"${word}" is no role. Roles are: ${Role.options.join(', ')}.`)
    return role.data ?? []
  })
  if (roles.includes('guest') && roles.length > 1) complain(where, 'A guest has no other role.')
  return roles
}
