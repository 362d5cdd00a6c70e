// Reads where people talk at the sample company, and who is where.
import { Visibility } from '#contract/ref'
import { type Cell, listIn, neededText, oneOf, yesIn } from './cells.ts'
import type { Complain, SamplePerson, SampleSpace } from './sample.ts'
import { readTable } from './table.ts'

const NEEDED = ['key', 'name', 'purpose', 'visibility', 'porous', 'keepers', 'members'] as const
const KEY = /^[a-z0-9-]+$/
const NAME_CHARACTERS_MAX = 80
const PURPOSE_CHARACTERS_MAX = 400

type Source = { file: string; text: string; people: readonly SamplePerson[]; complain: Complain }

/** The spaces of a file such as `spaces.csv`; `all`, `unit:…` and `location:…` are spelt out, guests left out of them. */
export function readSpaces(source: Source): SampleSpace[] {
  const { people, complain } = source
  return readTable(source, { needed: NEEDED, optional: [] }).map(({ where, cell }) => {
    const at = (column: (typeof NEEDED)[number]): Cell => ({ ...cell(column), complain })
    const isPorous = yesIn(at('porous'))
    const keeperKeys = peopleIn(at('keepers'), people)
    const memberKeys = [...new Set([...keeperKeys, ...peopleIn(at('members'), people)])]
    if (keeperKeys.length === 0) complain(where, 'Nobody keeps this space. Name a keeper.')
    const guest = people.find(({ key, roles }) => roles.includes('guest') && memberKeys.includes(key))
    if (guest !== undefined && !isPorous) {
      complain(where, `${guest.key} is a guest, and guests are only in porous spaces.`)
    }
    return {
      key: keyIn(at('key')),
      name: neededText(at('name'), NAME_CHARACTERS_MAX),
      purpose: neededText(at('purpose'), PURPOSE_CHARACTERS_MAX),
      visibility: oneOf(at('visibility'), Visibility.options as ['open', 'closed', 'private']),
      isPorous,
      keeperKeys,
      memberKeys,
      where,
    }
  })
}

function keyIn({ text, where, complain }: Cell): string {
  if (!KEY.test(text)) complain(where, `The key "${text}" has other characters than a-z, 0-9 and hyphens.`)
  return text
}

function peopleIn({ text, where, complain }: Cell, people: readonly SamplePerson[]): string[] {
  return listIn(text).flatMap((word) => {
    const meant = people.filter(meantBy(word)).map(({ key }) => key)
    if (meant.length === 0) complain(where, `"${word}" is nobody.`)
    return meant
  })
}

/** Who is meant by a key, by `all`, or by a unit or a location. */
function meantBy(word: string): (person: SamplePerson) => boolean {
  const [, part, name] = /^(unit|location):(.+)$/.exec(word) ?? []
  return (person) => {
    if (word === person.key) return true
    if (person.roles.includes('guest')) return false
    if (word === 'all') return true
    return name !== undefined && name === (part === 'unit' ? person.unit : person.location)
  }
}
