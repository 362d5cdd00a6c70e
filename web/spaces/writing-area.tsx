// The plain text area: Markdown as it is, with the same suggestions, keys and files as the editor. It is there first,
// takes every key while the editor is on its way, and stays where the editor cannot come.
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import type { File as KeptFile } from '#contract/files'
import { SuggestionList } from '../editor/suggestion-list.tsx'
import { mentionOf, withMeant } from '../editor/suggestions.ts'
import { ariaOf, useSuggestions } from '../editor/use-suggestions.ts'
import styles from './composer.module.css'
import { altOf, isPicture } from './file-words.ts'

export type WritingAreaProps = {
  area: RefObject<HTMLTextAreaElement | null>
  label: string
  hintId: string
  text: string
  /** Where the caret goes when the area is shown; undefined when the focus is elsewhere. */
  caret: number | undefined
  onText: (text: string) => void
  onSend: () => void
  onLeave: (() => void) | undefined
  onFocus: () => void
  /** Somebody finished a word of several keys, as one writes Japanese, and may be interrupted again. */
  onComposed: () => void
  onFiles: ((files: readonly File[]) => void) | undefined
}

export function WritingArea(props: WritingAreaProps) {
  const { area, label, hintId, text, onText, onFiles } = props
  const caret = useCaret(area, text, props.caret)
  const suggesting = useSuggestions((meant, typed) => {
    const words = meant.sign === '@' ? mentionOf(meant.mentioned) : `#${meant.topic}`
    const changed = withMeant(text, typed, words)
    onText(changed.text)
    caret.put(changed.caret)
  })
  return (
    <>
      <textarea
        ref={area}
        className={styles.area}
        aria-label={label}
        aria-describedby={hintId}
        aria-autocomplete="list"
        placeholder={label}
        value={text}
        onChange={({ target }) => {
          onText(target.value)
          suggesting.look(target.value, target.selectionStart)
        }}
        onKeyDown={(event) => suggesting.pressed(event.nativeEvent) || handleKey(event, props)}
        onFocus={props.onFocus}
        onBlur={suggesting.close}
        onCompositionEnd={props.onComposed}
        onPaste={(event) => {
          const files = [...event.clipboardData.files]
          // Word and Excel put a picture of the words beside them.
          if (files.length === 0 || event.clipboardData.getData('text/plain') !== '' || !onFiles) return
          event.preventDefault()
          onFiles(files)
        }}
        onDrop={(event) => {
          const files = [...event.dataTransfer.files]
          if (files.length === 0 || !onFiles) return
          event.preventDefault()
          onFiles(files)
        }}
        {...ariaOf(suggesting)}
      />
      <SuggestionList suggesting={suggesting} />
    </>
  )
}

function handleKey(event: KeyboardEvent, { onSend, onLeave }: WritingAreaProps): void {
  if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
    event.preventDefault()
    onSend()
  } else if (event.key === 'Escape' && onLeave) {
    event.stopPropagation()
    onLeave()
  }
}

/** Puts the caret where it belongs: first where it stood before, later where a suggestion leaves it. */
function useCaret(area: RefObject<HTMLTextAreaElement | null>, text: string, first: number | undefined) {
  const wanted = useRef(first)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret waits for the text to change.
  useEffect(() => {
    if (wanted.current === undefined) return
    area.current?.focus()
    area.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = undefined
  }, [text, area])
  return {
    put: (at: number) => {
      wanted.current = at
    },
  }
}

/** A text with a picture in it where the caret is, on a line of its own when it stands between lines. */
export function withPicture(text: string, caret: number, file: KeptFile): string {
  if (!isPicture(file)) return text
  const [before, after] = [text.slice(0, caret), text.slice(caret)]
  const gap = /^$|\s$/.test(before) ? '' : ' '
  return `${before}${gap}![${altOf(file).replaceAll(/[[\]\\\n]/g, ' ')}](file:${file.id})${after}`
}
