// The life of an editor on the screen: opened when it is shown, told of words from elsewhere, and gone with its place.
import type { Editor } from '@tiptap/core'
import type { Node as Block } from '@tiptap/pm/model'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { File as KeptFile } from '#contract/files'
import { openEditor, replaceWords, waitForPicture } from './editing.ts'
import { editorKeys, type KeyActs } from './editor-keys.ts'
import { blocksOf, type KeptWords, keepWords } from './kept-words.ts'

export type Upload = (file: File) => Promise<KeptFile>

/** What a change left: how to have its Markdown, and whether there are any words. */
export type Written = { read: () => string; isEmpty: boolean }

type UsedEditor = {
  label: string
  hintId: string
  markdown: string
  caret: number | undefined
  onWrite: (written: Written) => void
  upload: Upload | undefined
}

export type OpenEditor = { editor: Editor; kept: RefObject<KeptWords> }

export function useEditor(host: RefObject<HTMLElement | null>, given: UsedEditor & { acts: KeyActs }) {
  const latest = useRef(given)
  latest.current = given
  const [open, setOpen] = useState<OpenEditor>()
  // What the editor last said the words are; anything else came from elsewhere.
  const said = useRef(given.markdown)
  useLayoutEffect(() => {
    if (host.current === null) return
    const { markdown, caret, label, hintId } = latest.current
    const kept = { current: keptOr(markdown) }
    const keys = editorKeys()
    const editor = openEditor({
      host: host.current,
      words: kept.current,
      start: { markdown, caret },
      attributes: { 'aria-label': label, 'aria-describedby': hintId, 'aria-multiline': 'true' },
      placeholder: label,
      takeFiles:
        latest.current.upload &&
        ((files, position) => attach(editor, { files, position, upload: latest.current.upload })),
      onKey: (event) => keys(event, { editor, acts: latest.current.acts }),
    })
    editor.on('update', ({ editor: { state } }) => {
      const read = () => {
        said.current = kept.current.markdownOf(state.doc)
        return said.current
      }
      latest.current.onWrite({ read, isEmpty: isEmpty(state.doc) })
    })
    setOpen({ editor, kept })
    return () => editor.destroy()
  }, [host])
  useEffect(() => {
    if (open === undefined || given.markdown === said.current) return
    said.current = given.markdown
    open.kept.current = replaceWords(open.editor, given.markdown) ?? open.kept.current
  }, [open, given.markdown])
  return open
}

/** Words, people, pictures and lines across are something; so is a table, even while its cells are empty. */
function isEmpty(doc: Block): boolean {
  return doc.childCount <= 1 && doc.content.size <= 2 && doc.firstChild?.type.name === 'paragraph'
}

/** A text that could not be given back is never shown here; should one come all the same, it is all new words. */
function keptOr(markdown: string): KeptWords {
  return keepWords(markdown) ?? { doc: blocksOf(''), markdownOf: () => markdown }
}

/** Sends files; those that are pictures stand among the words once they are kept. */
export function attach(
  editor: Editor,
  { files, position, upload }: { files: readonly File[]; position: number; upload: Upload | undefined },
): void {
  if (upload === undefined) return
  for (const file of files) void waitForPicture(editor, { position, name: file.name, kept: upload(file) })
}
