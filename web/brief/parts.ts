// What the brief needs of other rooms of the page. The shell hands it over, as rooms meet nowhere else.
import type { ComponentType, ReactNode } from 'react'
import type { Brief } from '#contract/brief'
import type { PersonRef, SaidId } from '#contract/ref'

export type BriefParts = {
  /** Where one writes; on a refusal the words stay. */
  Composer: ComponentType<{
    label: string
    submitLabel: string
    draftKey: string
    startsWith?: string
    onSubmit: (body: string) => Promise<unknown>
    onCancel?: () => void
    mayBeEmpty?: boolean
    startsFocused?: boolean
  }>
  PersonPicker: ComponentType<{
    label: string
    onPick: (person: PersonRef) => void
    startsFocused?: boolean
  }>
  WhoYouHeard: ComponentType
  /** Puts the brief with its threads on the device. */
  TakeAlong: ComponentType<{ brief: Brief }>
  /** Counts the seconds for which its children are in view, and notes the reading for the reader alone. */
  Reading: ComponentType<{
    saidId: SaidId
    onSeconds?: (seconds: number) => void
    isNoted?: () => boolean
    children: ReactNode
  }>
}
