// What the spaces need of other rooms of the page. The shell hands it over, as rooms meet nowhere else.
import type { ComponentType, ReactNode } from 'react'
import type { PersonRef, PostId, SaidId, SpaceId } from '#contract/ref'

export type SpacesParts = {
  PersonPicker: ComponentType<{ label: string; onPick: (person: PersonRef) => void; startsFocused?: boolean }>
  /** Counts the seconds for which its children are in view, and notes the reading for the reader alone. */
  Reading: ComponentType<{ saidId: SaidId; children: ReactNode }>
  /** Switches the notices of a thread. */
  ThreadBell: ComponentType<{ postId: PostId }>
  /** Chooses how much one hears of a space. */
  SpaceBell: ComponentType<{ spaceId: SpaceId }>
}
