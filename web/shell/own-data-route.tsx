// Where one's own data meets the picker of people, for handing over what one keeps.
import { PersonPicker } from '../people/person-picker.tsx'
import { OwnDataPage } from '../records/own-data-page.tsx'

const parts = { PersonPicker }

export function OwnDataRoute() {
  return <OwnDataPage parts={parts} />
}
