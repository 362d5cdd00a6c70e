// What the panel of a question needs of other rooms of the page.
import type { ComponentType } from 'react'
import type { PersonRef } from '#contract/ref'

export type PanelParts = {
  PersonPicker: ComponentType<{ label: string; onPick: (person: PersonRef) => void; startsFocused?: boolean }>
}
