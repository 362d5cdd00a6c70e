// Where the settings of the brief meet the room that finds people.
import { BriefSettingsPage } from '../brief/settings-page.tsx'
import { PersonPicker } from '../people/person-picker.tsx'

export function BriefSettingsRoute() {
  return <BriefSettingsPage PersonPicker={PersonPicker} />
}
