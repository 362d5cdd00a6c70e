// What notices need of other rooms of the page. The shell hands it over, as rooms meet nowhere else.
import type { ComponentType } from 'react'
import type { PersonRef } from '#contract/ref'

export type NoticesParts = {
  PersonPicker: ComponentType<{ label: string; onPick: (person: PersonRef) => void }>
}
