// What asking needs of other rooms of the page. The shell hands it over, as rooms meet nowhere else.
import type { ComponentType, ReactNode } from 'react'
import type { File } from '#contract/files'
import type { FileId, PersonRef } from '#contract/ref'

export type AskParts = {
  PersonPicker: ComponentType<{ label: string; onPick: (person: PersonRef) => void }>
  /** Where one writes; on a refusal the words stay. */
  Composer: ComponentType<{
    label: string
    submitLabel: string
    draftKey: string
    startsWith?: string
    files?: readonly File[]
    onSubmit: (body: string, fileIds: FileId[]) => Promise<unknown>
    mayBeEmpty?: boolean
    children?: ReactNode
  }>
}
