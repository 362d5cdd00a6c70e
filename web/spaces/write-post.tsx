// Saying something in a space: a note or a question, which starts a thread.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { hasDraft, useDraft, useDraftStanding } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import type { File } from '#contract/files'
import type { FileId } from '#contract/ref'
import type { PostKind } from '#contract/said'
import type { Space } from '#contract/spaces'
import { Spoken } from '#ui/spoken'
import { useToast } from '#ui/toast'
import { Composer } from './composer.tsx'
import styles from './write-post.module.css'

const TITLE_CHARACTERS_MAX = 300
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
        {hasBegun ? `Go on with what you began to say in ${space.name}` : `Say something in ${space.name}`}
      </button>
    )
  }
  return <PostForm space={space} draftKey={draftKey} onClose={close} />
}

type PostFormProps = { space: Space; draftKey: string; onClose: () => void }

function PostForm({ space, draftKey, onClose }: PostFormProps) {
  const [title, setTitle] = useDraft(`${draftKey}:title`, '')
  const [chosen, setKind] = useDraft(`${draftKey}:kind`, 'note')
  const kind: PostKind = chosen === 'question' ? 'question' : 'note'
  const write = useWritePost(space)
  const submit = async (body: string, fileIds: FileId[]) => {
    await write({ kind, body, fileIds, title: title.trim() })
    onClose()
  }
  return (
    <section className={styles.form} aria-label={`Say something in ${space.name}`}>
      <input
        className={styles.title}
        aria-label="Title, if it needs one"
        placeholder="Title, if it needs one"
        maxLength={TITLE_CHARACTERS_MAX}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Composer
        label={kind === 'question' ? 'What do you want to know?' : 'What is on your mind?'}
        submitLabel={kind === 'question' ? 'Ask' : 'Post'}
        draftKey={draftKey}
        files={NO_FILES}
        onSubmit={submit}
        onCancel={onClose}
        startsFocused
      >
        <KindChoice kind={kind} onChoose={setKind} />
      </Composer>
    </section>
  )
}

function useWritePost(space: Space) {
  const client = useQueryClient()
  const toast = useToast()
  const refresh = () => client.invalidateQueries({ queryKey: ['spaces'] })
  const takeBack = useMutation({
    mutationFn: (saidId: string) => call('spaces', 'deleteWords', { saidId }),
    onSuccess: refresh,
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  const write = useMutation({
    mutationFn: ({ title, ...words }: { kind: PostKind; title: string; body: string; fileIds: FileId[] }) =>
      call('spaces', 'writePost', { spaceId: space.id, ...words, ...(title !== '' && { title }) }),
    onSuccess: (post) => {
      refresh()
      toast({ sentence: `Posted in ${space.name}.`, undo: () => takeBack.mutate(post.id) })
    },
    onError: (error) => toast({ sentence: `${sentenceOf(error)} Your words are kept.` }),
  })
  return write.mutateAsync
}

function KindChoice({ kind, onChoose }: { kind: PostKind; onChoose: (kind: PostKind) => void }) {
  return (
    <fieldset className={styles.kinds}>
      <legend>
        <Spoken>Kind of post</Spoken>
      </legend>
      {(['note', 'question'] as const).map((each) => (
        <label key={each} className={styles.kind}>
          <input type="radio" name="kind" checked={each === kind} onChange={() => onChoose(each)} />
          {each === 'note' ? 'Note' : 'Question'}
        </label>
      ))}
    </fieldset>
  )
}
