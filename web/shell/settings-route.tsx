// Where settings meet the profile, and a guest's stay.
import { useMe } from '#browser/session'
import { SettingsPage } from '../auth/settings-page.tsx'
import { OwnStay } from '../guests/own-stay.tsx'
import { OwnProfile } from '../people/own-profile.tsx'

export function SettingsRoute() {
  const isGuest = useMe().roles.includes('guest')
  return <SettingsPage profile={<OwnProfile />} stay={isGuest && <OwnStay />} />
}
