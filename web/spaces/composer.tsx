// Where one writes: Markdown with a preview, mentions on @, and a draft that survives a reload.
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { clearDraft, useDraft } from '#browser/drafts'
import { Button } from '#ui/button'
import { Words } from '#ui/words'
import styles from './composer.module.css'
import { MentionList } from './mention-list.tsx'
import { type Mentioning, useMention } from './use-mention.ts'

/** The same bound as the contract's Body; importing it would bring Zod into the page. */
const BODY_CHARACTERS_MAX = 20_000

export type ComposerProps = {
  /** What is asked for; the name of the text area and what stands in it while it is empty. */
  label: string
  submitLabel: string
  /** Under which name the draft is kept. */
  draftKey: string
  /** What stands there first when no draft was kept. */
  startsWith?: string
  /** Rejects when it was refused; the words stay then. Whoever passes it tells the person why. */
  onSubmit: (body: string) => Promise<unknown>
  onCancel?: () => void
  mayBeEmpty?: boolean
  startsFocused?: boolean
  /** What else belongs to the words, such as the kind of a post; stands before the buttons. */
  children?: ReactNode
}

export function Composer(props: ComposerProps) {
  const { label, draftKey, startsWith = '', mayBeEmpty = false, onSubmit } = props
  const [text, setText] = useDraft(draftKey, startsWith)
  const [isSending, setIsSending] = useState(false)
  const [isPreview, setIsPreview] = useState(false)
  const isReady = !isSending && (mayBeEmpty || text.trim() !== '')
  const send = async () => {
    if (!isReady) return
    setIsSending(true)
    try {
      await onSubmit(text.trim())
      clearDraft(draftKey)
      setText('')
    } catch {
      // Whoever passed onSubmit has told why; the words stay, to be sent again.
    } finally {
      setIsSending(false)
    }
  }
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      {isPreview ? (
        <Preview label={label} text={text} />
      ) : (
        <WritingArea {...{ ...props, text, label }} onText={setText} onSend={send} />
      )}
      {props.children}
      <Buttons {...{ ...props, isReady, isSending, isPreview }} onPreview={() => setIsPreview(!isPreview)} />
    </form>
  )
}

type WritingAreaProps = Pick<ComposerProps, 'label' | 'onCancel' | 'startsFocused'> & {
  text: string
  onText: (text: string) => void
  onSend: () => void
}

function WritingArea({ label, text, onText, onSend, onCancel, startsFocused }: WritingAreaProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const caret = useCaret(area, text)
  const mention = useMention((changed, at) => {
    onText(changed)
    caret.put(at)
  })
  useEffect(() => {
    if (startsFocused) area.current?.focus()
  }, [startsFocused])
  const onKeyDown = (event: KeyboardEvent) => {
    if (mention.pressed(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault()
      onSend()
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation()
      onCancel()
    }
  }
  const list = useListAttributes(mention)
  return (
    <div>
      <textarea
        ref={area}
        className={styles.area}
        aria-label={label}
        placeholder={label}
        value={text}
        maxLength={BODY_CHARACTERS_MAX}
        onChange={({ target }) => {
          onText(target.value)
          mention.look(target.value, target.selectionStart)
        }}
        onKeyDown={onKeyDown}
        onBlur={mention.close}
        {...list.ofArea}
      />
      <MentionList mention={mention} id={list.id} />
    </div>
  )
}

/** Lets a screen reader follow the marked person while the focus stays in the text area. */
function useListAttributes(mention: Mentioning) {
  const id = useId()
  const isOpen = mention.people.length > 0
  const ofArea = isOpen
    ? { 'aria-controls': id, 'aria-activedescendant': `${id}-${mention.markedIndex}` }
    : undefined
  return { id, ofArea: { 'aria-autocomplete': 'list' as const, ...ofArea } }
}

/** Puts the caret where it belongs once the changed text stands in the text area. */
function useCaret(area: RefObject<HTMLTextAreaElement | null>, text: string) {
  const wanted = useRef<number>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret waits for the text to change.
  useEffect(() => {
    if (wanted.current === undefined) return
    area.current?.setSelectionRange(wanted.current, wanted.current)
    wanted.current = undefined
  }, [text, area])
  return {
    put: (at: number) => {
      wanted.current = at
    },
  }
}

function Preview({ label, text }: { label: string; text: string }) {
  return (
    <section className={styles.preview} aria-label={`Preview: ${label}`}>
      {text.trim() === '' ? (
        <p className={styles.nothing}>Nothing to show yet.</p>
      ) : (
        <Words markdown={text} />
      )}
    </section>
  )
}

type ButtonsProps = Pick<ComposerProps, 'submitLabel' | 'onCancel'> & {
  isReady: boolean
  isSending: boolean
  isPreview: boolean
  onPreview: () => void
}

function Buttons({ submitLabel, onCancel, isReady, isSending, isPreview, onPreview }: ButtonsProps) {
  return (
    <div className={styles.buttons}>
      <Button kind="go" type="submit" disabled={!isReady}>
        {isSending ? 'Sending …' : submitLabel}
      </Button>
      {onCancel && (
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      )}
      <Button kind="quiet" aria-pressed={isPreview} onClick={onPreview}>
        Preview
      </Button>
      <span className={styles.hint}>Markdown. @ mentions somebody. ⌘ or Ctrl + Enter sends.</span>
    </div>
  )
}
