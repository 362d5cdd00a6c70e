// What these screens need of other rooms of the page. The shell hands it over.
import type { ComponentType } from 'react'
import type { PersonRef } from '#contract/ref'

export type RecordsParts = {
  PersonPicker: ComponentType<{ label: string; onPick: (person: PersonRef) => void; startsFocused?: boolean }>
}
