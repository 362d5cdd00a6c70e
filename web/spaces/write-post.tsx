// Saying something in a space: a note or a question, which starts a thread.
import { lazy, Suspense, useState } from 'react'
import { hasDraft, useDraft, useDraftStanding } from '#browser/drafts'
import { say, sayAs } from '#browser/say'
import type { File } from '#contract/files'
import type { FileId } from '#contract/ref'
import type { PostKind } from '#contract/said'
import type { Space } from '#contract/spaces'
import { Spoken } from '#ui/spoken'
import { Composer } from './composer.tsx'
import { GuestsRead } from './guests-read.tsx'
import { readPollDraft } from './poll-words.ts'
import { useWritePost } from './use-write-post.ts'
import styles from './write-post.module.css'

const TITLE_CHARACTERS_MAX = 300
const PostParts = lazy(() => import('./post-parts.tsx').then((module) => ({ default: module.PostParts })))
const NO_FILES: readonly File[] = []

export function WritePost({ space }: { space: Space }) {
  const draftKey = `post:${space.id}`
  const [isOpen, setIsOpen] = useState(() => hasDraft(draftKey))
  const [wasLeft, setWasLeft] = useState(false)
  const hasBegun = useDraftStanding(draftKey) !== 'none'
  const close = () => {
    setIsOpen(false)
    setWasLeft(true)
  }
  if (!isOpen) {
    return (
      <button
        type="button"
        className={styles.invitation}
        // biome-ignore lint/a11y/noAutofocus: whoever left the words stays where they were.
        autoFocus={wasLeft}
        onClick={() => setIsOpen(true)}
      >
        {hasBegun
          ? say('Go on with what you began to say in {space}', { space: space.name })
          : say('Say something in {space}', { space: space.name })}
      </button>
    )
  }
  return <PostForm space={space} draftKey={draftKey} onClose={close} />
}

type PostFormProps = { space: Space; draftKey: string; onClose: () => void }

function PostForm({ space, draftKey, onClose }: PostFormProps) {
  const [title, setTitle] = useDraft(`${draftKey}:title`, '')
  const [chosen, setKind] = useDraft(`${draftKey}:kind`, 'note')
  const [poll, setPoll] = useDraft(`${draftKey}:poll`, '')
  const [later, setLater] = useDraft(`${draftKey}:later`, '')
  const [announces, setAnnounces] = useDraft(`${draftKey}:announces`, '')
  const kind: PostKind = chosen === 'question' ? 'question' : 'note'
  const write = useWritePost(space)
  const pollDraft = readPollDraft(poll)
  const submit = async (body: string, fileIds: FileId[]) => {
    const isAnnouncement = space.may.announce && announces === 'yes'
    await write({ kind, body, fileIds, title: title.trim(), poll: pollDraft, isAnnouncement, later })
    onClose()
  }
  return (
    <section className={styles.form} aria-label={say('Say something in {space}', { space: space.name })}>
      <input
        className={styles.title}
        aria-label={say('Title, if it needs one')}
        placeholder={say('Title, if it needs one')}
        maxLength={TITLE_CHARACTERS_MAX}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Composer
        label={kind === 'question' ? say('What do you want to know?') : say('What is on your mind?')}
        submitLabel={submitLabel({ kind, later })}
        draftKey={draftKey}
        files={NO_FILES}
        onSubmit={submit}
        onCancel={onClose}
        mayBeEmpty={pollDraft !== undefined && pollDraft.question.trim() !== ''}
        startsFocused
      >
        {space.isPorous && <GuestsRead />}
        <KindChoice kind={kind} onChoose={setKind} />
        <Suspense>
          <PostParts
            {...{ poll, later, announces }}
            mayAnnounce={space.may.announce}
            onPoll={setPoll}
            onLater={setLater}
            onAnnounces={setAnnounces}
          />
        </Suspense>
      </Composer>
    </section>
  )
}

function submitLabel({ kind, later }: { kind: PostKind; later: string }): string {
  if (later !== '') return sayAs('verb', 'Schedule')
  return kind === 'question' ? sayAs('a question', 'Ask') : sayAs('verb', 'Post')
}

function KindChoice({ kind, onChoose }: { kind: PostKind; onChoose: (kind: PostKind) => void }) {
  return (
    <fieldset className={styles.kinds}>
      <legend>
        <Spoken>{say('Kind of post')}</Spoken>
      </legend>
      {(['note', 'question'] as const).map((each) => (
        <label key={each} className={styles.kind}>
          <input type="radio" name="kind" checked={each === kind} onChange={() => onChoose(each)} />
          {each === 'note' ? sayAs('a kind of post', 'Note') : sayAs('a kind of post', 'Question')}
        </label>
      ))}
    </fieldset>
  )
}
