// The columns that this room writes through Kysely, seen by this room alone.
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'

export type PeopleTables = {
  'people.person': {
    id: PersonId
    name: string
    title: string | null
    unit: string | null
    location: string | null
    time_zone: string | null
    languages: string[]
    language: Language | null
    about: string | null
    purpose: string | null
  }
}
