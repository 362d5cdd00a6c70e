// The files of words that somebody is writing. Their list is kept with the draft, so that it survives a reload.
import { useRef } from 'react'
import { useDraft } from '#browser/drafts'
import type { File } from '#contract/files'
import { type Upload, useUpload } from './use-upload.ts'

export type Attaching = {
  /** What will go with the words, in order; those that stand among the words too. */
  files: readonly File[]
  uploads: readonly Upload[]
  /** Sends a file and adds it; rejects when it was refused or stopped, which `uploads` tells. */
  upload: (file: globalThis.File) => Promise<File>
  remove: (file: File) => void
  /** Takes the file with the same id out and puts this one in its place. */
  replace: (file: File) => void
}

/** @param startsWith what goes with the words already, when they are being changed */
export function useAttachments(about: { draftKey: string; startsWith?: readonly File[] }): Attaching {
  const { draftKey, startsWith = [] } = about
  const start = startsWith.length === 0 ? '' : JSON.stringify(startsWith)
  const [text, write] = useDraft(`${draftKey}:files`, start)
  const files = readFiles(text)
  // Two uploads may end before the list is shown again; each adds to what the other left.
  const latest = useRef(files)
  latest.current = files
  const change = (next: readonly File[]) => {
    latest.current = next
    write(next.length === 0 && start === '' ? '' : JSON.stringify(next))
  }
  const { upload, uploads } = useUpload((file) => change([...latest.current, file]))
  return {
    files,
    uploads,
    upload,
    remove: ({ id }) => change(latest.current.filter((file) => file.id !== id)),
    replace: (file) => change(latest.current.map((each) => (each.id === file.id ? file : each))),
  }
}

/** A draft is the device's word; what is no list of files counts as none. */
function readFiles(text: string): readonly File[] {
  try {
    const read: unknown = text === '' ? [] : JSON.parse(text)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}
