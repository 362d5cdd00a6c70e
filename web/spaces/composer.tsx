// Where one writes, wherever that is: an editor over Markdown, files, and a draft that outlives the page.
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { clearDraft, useDraft, writeDraftLater } from '#browser/drafts'
import { say } from '#browser/say'
import type { File as KeptFile } from '#contract/files'
import type { FileId } from '#contract/ref'
import { Words } from '#ui/words'
import { AttachFiles } from './attach-files.tsx'
import { BODY_CHARACTERS_MAX } from './body-limit.ts'
import styles from './composer.module.css'
import { ComposerFoot } from './composer-foot.tsx'
import { ComposerTools } from './composer-tools.tsx'
import { type Attaching, useAttachments } from './use-attachments.ts'
import { type Surface, useSurface } from './use-surface.ts'
import { WritingArea, withPicture } from './writing-area.tsx'

export type ComposerProps = {
  /** What is asked for; the name of the field and what stands in it while it is empty. */
  label: string
  submitLabel: string
  /** Under which name the draft is kept. */
  draftKey: string
  /** What stands there first when no draft was kept. */
  startsWith?: string
  /** What goes with the words already; missing where no files may go with them. */
  files?: readonly KeptFile[]
  /** Rejects when it was refused; the words stay then. Whoever passes it tells the person why. */
  onSubmit: (body: string, fileIds: FileId[]) => Promise<unknown>
  onCancel?: () => void
  mayBeEmpty?: boolean
  startsFocused?: boolean
  /** What else belongs to the words, such as the kind of a post; stands before the buttons. */
  children?: ReactNode
}

export function Composer(props: ComposerProps) {
  const { label, files, onCancel } = props
  const hintId = useId()
  const writing = useWriting(props)
  const { surface, attachments } = writing
  const [isPreview, setIsPreview] = useState(false)
  const place = files && ((given: readonly File[]) => placeIn(writing, given))
  // What is chosen goes below the words, since nobody thinks of the caret while choosing; what is pasted or dropped
  // goes where that happened.
  const pick = files && ((given: readonly File[]) => attach(attachments, given))
  const tools = <ComposerTools {...{ surface, isPreview }} onPreview={setIsPreview} onPick={pick} />
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        writing.send()
      }}
    >
      <div className={styles.field}>
        {isPreview && surface.kind !== 'words' ? (
          <>
            <Preview label={label} text={writing.text} files={attachments.files} />
            {tools}
          </>
        ) : (
          <SurfaceShown {...{ writing, label, hintId, tools, onLeave: onCancel }} onFiles={place} />
        )}
      </div>
      {files && <AttachFiles attachments={attachments} body={writing.text} />}
      {props.children}
      <ComposerFoot {...props} {...{ writing, hintId }} />
    </form>
  )
}

export type Writing = {
  /** The Markdown as of a moment ago; `read` has it as of now. */
  text: string
  read: () => string
  write: (text: string) => void
  /** Lets the editor say later what was written. */
  writeLater: (read: () => string) => void
  surface: Surface
  attachments: Attaching
  isReady: boolean
  isSending: boolean
  send: () => void
}

function useWriting(props: ComposerProps): Writing {
  const { draftKey, startsWith = '', mayBeEmpty = false, startsFocused, onSubmit } = props
  const [text, write] = useDraft(draftKey, startsWith)
  const attachments = useAttachments({ draftKey, startsWith: props.files ?? [] })
  const [isSending, setIsSending] = useState(false)
  const read = () => surface.words.current?.markdown() ?? text
  const surface = useSurface({ read, write })
  const isOnItsWay = attachments.uploads.some(({ problem }) => problem === undefined)
  const fits = (body: string) => (mayBeEmpty || body !== '') && body.length <= BODY_CHARACTERS_MAX
  useBeginning(surface, { hasDraft: text !== startsWith, startsFocused })
  const send = async () => {
    const body = read().trim()
    if (isSending || isOnItsWay || !fits(body)) return
    setIsSending(true)
    try {
      await onSubmit(
        body,
        attachments.files.map(({ id }) => id),
      )
      clearDraft(draftKey)
    } catch {
      // Whoever passed onSubmit has told why; the words stay, to be sent again.
    } finally {
      setIsSending(false)
    }
  }
  return {
    text,
    read,
    write,
    writeLater: (later) => writeDraftLater(draftKey, startsWith, later),
    surface,
    attachments,
    isReady: !isSending && !isOnItsWay && fits(text.trim()),
    isSending,
    send,
  }
}

/** Takes the focus where it is wanted, and fetches the editor where words stand that were begun before. */
function useBeginning(
  { area, begin }: Surface,
  { hasDraft, startsFocused }: { hasDraft: boolean; startsFocused: boolean | undefined },
): void {
  const first = useRef({ hasDraft, startsFocused, begin })
  useEffect(() => {
    if (first.current.startsFocused) area.current?.focus()
    else if (first.current.hasDraft) first.current.begin()
  }, [area])
}

/** Sends files to the row below. What went wrong stands there too, with a way to try again. */
function attach(attachments: Attaching, files: readonly File[]): void {
  for (const file of files) attachments.upload(file).catch(() => {})
}

/** Sends files; pictures go where the caret is, and everything else stands in the row below. */
function placeIn({ surface, attachments, read, write }: Writing, files: readonly File[]): void {
  if (surface.words.current) {
    surface.words.current.attach(files)
    return
  }
  for (const file of files) {
    const place = async () => {
      const kept = await attachments.upload(file)
      write(withPicture(read(), surface.area.current?.selectionStart ?? read().length, kept))
    }
    // What went wrong stands in the row below, with a way to try again.
    place().catch(() => {})
  }
}

type SurfaceShownProps = {
  writing: Writing
  label: string
  hintId: string
  onLeave: (() => void) | undefined
  onFiles: ((files: readonly File[]) => void) | undefined
  /** Stands beside the tools of the editor, or alone where there are none. */
  tools: ReactNode
}

function SurfaceShown({ writing, label, hintId, onLeave, onFiles, tools }: SurfaceShownProps) {
  const { surface, text, send } = writing
  const { WordsEditor } = surface
  if (surface.kind === 'words' && WordsEditor !== undefined) {
    return (
      <WordsEditor
        ref={surface.words}
        {...{ label, hintId, markdown: text, caret: surface.caret, onLeave }}
        onWrite={({ read, isEmpty }) => {
          // The button that sends wakes with the first word, and the rest can wait.
          if (isEmpty !== (text.trim() === '')) writing.write(read())
          else writing.writeLater(read)
        }}
        onSend={send}
        upload={onFiles && writing.attachments.upload}
      >
        {tools}
      </WordsEditor>
    )
  }
  return (
    <>
      <WritingArea
        key={surface.kind}
        {...{ area: surface.area, label, hintId, text, caret: surface.caret, onLeave, onFiles }}
        onText={(next) => {
          writing.write(next)
          surface.begin()
        }}
        onSend={send}
        onFocus={surface.begin}
        onComposed={surface.begin}
      />
      {tools}
    </>
  )
}

function Preview({ label, text, files }: { label: string; text: string; files: readonly KeptFile[] }) {
  return (
    <section className={styles.preview} aria-label={say('Preview: {label}', { label })}>
      {text.trim() === '' ? (
        <p className={styles.nothing}>{say('Nothing to show yet.')}</p>
      ) : (
        <Words markdown={text} files={files} />
      )}
    </section>
  )
}
