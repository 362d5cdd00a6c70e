// Where the settings of notices meet the picker of people.
import { NoticeSettingsPage } from '../notices/notice-settings-page.tsx'
import { PersonPicker } from '../people/person-picker.tsx'

const parts = { PersonPicker }

export function NoticeSettingsRoute() {
  return <NoticeSettingsPage parts={parts} />
}
