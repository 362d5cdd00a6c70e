// The editor on the screen: words as they will look, the tools under them, and what might be meant by an @ or a #.
import type { Editor } from '@tiptap/core'
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { say } from '#browser/say'
import words from '../ui/words.module.css'
import { caretOf } from './editing.ts'
import { keepWords } from './kept-words.ts'
import { LinkForm } from './link-form.tsx'
import { SuggestionList } from './suggestion-list.tsx'
import { lookForSuggestions, putSuggestion } from './suggestions-in-editor.ts'
import { Toolbar } from './toolbar.tsx'
import { attach, type Upload, useEditor, type Written } from './use-editor.ts'
import { ariaOf, type Suggesting, useSuggestions } from './use-suggestions.ts'
import styles from './words-editor.module.css'

export type WordsHandle = {
  markdown: () => string
  /** Where the caret stands, as an offset in that Markdown. */
  caret: () => number
  focus: () => void
  /** Sends files, and puts those that are pictures where the caret is. */
  attach: (files: readonly File[]) => void
}

export type WordsEditorProps = {
  ref: Ref<WordsHandle>
  label: string
  hintId: string
  markdown: string
  /** Where the caret stood in the text area; undefined when the focus was not there. */
  caret: number | undefined
  /** Hears of every change. */
  onWrite: (written: Written) => void
  onSend: () => void
  onLeave: (() => void) | undefined
  upload: Upload | undefined
  /** Stands beside the tools. */
  children: ReactNode
}

/** Whether the editor can hold this text and give it back. */
export function canHold(markdown: string): boolean {
  return keepWords(markdown) !== undefined
}

export function WordsEditor(props: WordsEditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const [isLinking, setIsLinking] = useState(false)
  const [told, tell] = useState('')
  const edited = useRef<Editor>(undefined)
  const suggesting = useSuggestions(
    (meant, typed) => edited.current && putSuggestion(edited.current, { meant, typed }),
  )
  const open = useEditor(host, {
    ...props,
    acts: {
      suggest: suggesting.pressed,
      onSend: props.onSend,
      onLeave: props.onLeave,
      onLink: () => setIsLinking(true),
      onTabFree: () => tell(say('Tab now leaves the words.')),
    },
  })
  const editor = open?.editor
  edited.current = editor
  useSuggesting(editor, suggesting)
  useImperativeHandle(props.ref, () => ({
    markdown: () => (open ? open.kept.current.markdownOf(open.editor.state.doc) : props.markdown),
    caret: () => (open ? caretOf(open.editor, open.kept.current) : props.markdown.length),
    focus: () => editor?.view.focus(),
    attach: (files) =>
      editor && attach(editor, { files, position: editor.state.selection.from, upload: props.upload }),
  }))
  return (
    <>
      <div ref={host} className={`${words.words} ${styles.words}`} />
      <SuggestionList suggesting={suggesting} />
      {editor && isLinking ? (
        <LinkForm editor={editor} onClose={() => setIsLinking(false)} />
      ) : (
        <Toolbar editor={editor} onLink={() => setIsLinking(true)}>
          {props.children}
        </Toolbar>
      )}
      <p role="status" className={styles.told}>
        {told}
      </p>
    </>
  )
}

/** Offers suggestions while one types, and tells assistive technology which of them is marked. */
function useSuggesting(editor: Editor | undefined, suggesting: Suggesting): void {
  const latest = useRef(suggesting)
  latest.current = suggesting
  useEffect(() => {
    if (editor === undefined) return
    editor.on('transaction', ({ transaction }) => lookForSuggestions(transaction, latest.current))
    editor.on('blur', () => latest.current.close())
  }, [editor])
  useEffect(() => {
    const aria = ariaOf(suggesting)
    for (const name of ['aria-controls', 'aria-activedescendant']) {
      if (aria[name] === undefined) editor?.view.dom.removeAttribute(name)
      else editor?.view.dom.setAttribute(name, aria[name])
    }
  })
}
