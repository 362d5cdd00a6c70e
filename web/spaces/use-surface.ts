// Where one writes: in the text area until the editor has come, in the editor, or in Markdown by choice or by need.
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { WordsHandle } from '../editor/words-editor.tsx'

type EditorModule = typeof import('../editor/words-editor.tsx')

const RESTED_MS = 600

export type Surface = {
  /** `plain` is the text area in which one waits for the editor; `markdown` the one in which Markdown is wanted. */
  kind: 'plain' | 'words' | 'markdown'
  WordsEditor: EditorModule['WordsEditor'] | undefined
  area: RefObject<HTMLTextAreaElement | null>
  words: RefObject<WordsHandle | null>
  /** Where the caret goes on the surface that is shown next; undefined when the focus is elsewhere. */
  caret: number | undefined
  /** A text that only shows as Markdown. */
  isTooOdd: boolean
  /** Somebody begins to write, or goes on: the editor may come. */
  begin: () => void
  toMarkdown: () => void
  /** False when the editor could not come. */
  toWords: () => Promise<boolean>
}

type Text = { read: () => string; write: (text: string) => void }

export function useSurface({ read, write }: Text): Surface {
  const area = useRef<HTMLTextAreaElement>(null)
  const words = useRef<WordsHandle>(null)
  const [editor, setEditor] = useState<EditorModule>()
  const [kind, setKind] = useState<Surface['kind']>('plain')
  const [caret, setCaret] = useState<number>()
  const [isTooOdd, setIsTooOdd] = useState(false)
  const isComposing = useIsComposing(area)
  const isGone = useIsGone()
  // What was awaited comes back to how things are then.
  const now = useRef({ kind, read })
  now.current = { kind, read }
  const enterWords = (module: EditorModule, at: number | undefined) => {
    const holds = module.canHold(now.current.read())
    // At once, so that no key falls between the two.
    flushSync(() => {
      setEditor(module)
      setCaret(at)
      setIsTooOdd(!holds)
      setKind(holds ? 'words' : 'markdown')
    })
  }
  const begin = async () => {
    const module = await loadEditor()
    // Without it, the text area stays what one writes in.
    if (module === undefined || !(await isFinished(area.current))) return
    const element = area.current
    if (isGone() || element === null || now.current.kind !== 'plain' || isComposing()) return
    enterWords(module, element === document.activeElement ? element.selectionStart : undefined)
  }
  return {
    kind,
    WordsEditor: editor?.WordsEditor,
    area,
    words,
    caret,
    isTooOdd,
    begin: () => void begin(),
    toMarkdown: () => {
      setCaret(words.current?.caret() ?? area.current?.selectionStart)
      write(read())
      setKind('markdown')
    },
    toWords: async () => {
      const module = await loadEditor()
      if (module !== undefined && !isGone()) enterWords(module, area.current?.selectionStart ?? 0)
      return module !== undefined
    },
  }
}

/**
 * Whether the text can be read as Markdown just now: half of a sign, such as one of two stars, would be taken for
 * another one. Somebody who rests behind a sign has finished it; the next key asks again.
 */
async function isFinished(area: HTMLTextAreaElement | null): Promise<boolean> {
  const text = area?.value
  if (area === null || !/[*_~`[\]!(\\<&]$/.test(area.value.slice(0, area.selectionStart))) return true
  await new Promise((resolve) => setTimeout(resolve, RESTED_MS))
  return area.value === text
}

/** The editor, loaded when it is first wanted; undefined while the line is broken, to be asked for again. */
async function loadEditor(): Promise<EditorModule | undefined> {
  try {
    return await import('../editor/words-editor.tsx')
  } catch {
    return undefined
  }
}

/** Whether a word of several keys is being written, which taking the text area away would lose. */
function useIsComposing(area: RefObject<HTMLTextAreaElement | null>): () => boolean {
  const is = useRef(false)
  useEffect(() => {
    const element = area.current
    const begin = () => {
      is.current = true
    }
    const end = () => {
      is.current = false
    }
    element?.addEventListener('compositionstart', begin)
    element?.addEventListener('compositionend', end)
    return () => {
      element?.removeEventListener('compositionstart', begin)
      element?.removeEventListener('compositionend', end)
    }
  }, [area])
  return useCallback(() => is.current, [])
}

function useIsGone(): () => boolean {
  const is = useRef(false)
  useEffect(() => {
    is.current = false
    return () => {
      is.current = true
    }
  }, [])
  return useCallback(() => is.current, [])
}
