// Where a space meets people, notices, guests and mail.
import { useParams } from '@tanstack/react-router'
import { lazy } from 'react'
import type { SpaceId } from '#contract/ref'
import { PersonPicker } from '../people/person-picker.tsx'
import { SpacePage } from '../spaces/space-page.tsx'

const GuestDoor = lazy(() =>
  import('../guests/guest-door.tsx').then((module) => ({ default: module.GuestDoor })),
)
const SpaceAddress = lazy(() =>
  import('../mail/space-address.tsx').then((module) => ({ default: module.SpaceAddress })),
)
const SpaceBell = lazy(() =>
  import('../notices/space-bell.tsx').then((module) => ({ default: module.SpaceBell })),
)
const parts = { PersonPicker, SpaceBell, GuestDoor, SpaceAddress }

export function SpaceRoute() {
  const { id } = useParams({ strict: false })
  // The address is text; whether it leads anywhere is for the server to say.
  return <SpacePage key={id} id={id as SpaceId} parts={parts} />
}
