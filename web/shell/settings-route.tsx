// Where settings meet the profile.
import { SettingsPage } from '../auth/settings-page.tsx'
import { OwnProfile } from '../people/own-profile.tsx'

export function SettingsRoute() {
  return <SettingsPage profile={<OwnProfile />} />
}
