// Where guests meet the picker of people.
import { GuestsPage } from '../guests/guests-page.tsx'
import { PersonPicker } from '../people/person-picker.tsx'

const parts = { PersonPicker }

export function GuestsRoute() {
  return <GuestsPage parts={parts} />
}
