// What asking needs of other rooms of the page. The shell hands it over, as rooms meet nowhere else.
import type { ComponentType, ReactNode } from 'react'
import type { File } from '#contract/files'
import type { FileId } from '#contract/ref'

export type AskParts = {
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
