// The way to what one may do about something said. It is loaded when somebody presses it, as few ever do.
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { say, sayAs } from '#browser/say'
import { useMe } from '#browser/session'
import type { Post, Reply } from '#contract/said'
import type { MenuItem } from '#ui/menu'
import type { Matter } from './use-moderation.ts'

const ModerationDialog = lazy(() =>
  import('./moderation-dialog.tsx').then((module) => ({ default: module.ModerationDialog })),
)

/** What stands in the menu of something said, the presses for hidden words, and the dialog that these open. */
export function useModerationDoor(said: Post | Reply): {
  deeds: MenuItem[]
  /** Missing for those who do not moderate here. */
  moderate: (() => void) | undefined
  appeal: () => void
  dialog: ReactNode
} {
  const { person, roles } = useMe()
  const [matter, setMatter] = useState<Matter>()
  const isYours = person.id === said.author.id
  // Stewards may wherever they read; what exactly, the dialog asks.
  const moderates = said.may.moderate || roles.includes('steward')
  const moderate = () => setMatter('moderate')
  const deeds = [
    ...(isYours
      ? []
      : [{ label: sayAs('verb: tell the keepers of it', 'Report …'), act: () => setMatter('report') }]),
    ...(moderates && !(isYours && 'postId' in said) ? [{ label: say('Moderate …'), act: moderate }] : []),
  ]
  const dialog = matter !== undefined && (
    <Suspense fallback={null}>
      <ModerationDialog said={said} matter={matter} onClose={() => setMatter(undefined)} />
    </Suspense>
  )
  return { deeds, moderate: moderates ? moderate : undefined, appeal: () => setMatter('appeal'), dialog }
}
