// Where settings meet the profile, a guest's stay, and whether one may be brought up to others.
import { lazy, Suspense } from 'react'
import { useMe } from '#browser/session'
import { Skeleton } from '#ui/skeleton'
import { SettingsPage } from '../auth/settings-page.tsx'
import { OwnStay } from '../guests/own-stay.tsx'
import { OwnProfile } from '../people/own-profile.tsx'

const Surfacing = lazy(() =>
  import('../voices/surfacing.tsx').then((module) => ({ default: module.Surfacing })),
)

export function SettingsRoute() {
  const isGuest = useMe().roles.includes('guest')
  const voice = !isGuest && (
    <Suspense fallback={<Skeleton lines={2} />}>
      <Surfacing />
    </Suspense>
  )
  return <SettingsPage profile={<OwnProfile />} stay={isGuest && <OwnStay />} voice={voice} />
}
