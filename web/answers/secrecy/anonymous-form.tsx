// Asking without a name. Nothing of what is typed here is looked up on the way: such a request would bear a name.
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '#browser/client'
import { clearDraft, useDraft } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-area'
import { Trouble } from '#ui/trouble'
import styles from '../ask.module.css'
import { CodeNote } from './code-note.tsx'
import { useAskAnonymously } from './use-ask-anonymously.ts'
import { useTokens } from './use-tokens.ts'

const DRAFT = 'ask-anonymously'
const TITLE_CHARACTERS_MAX = 300
const DETAILS_CHARACTERS_MAX = 20_000
const OFFERED_MAX = 50

export function AnonymousForm() {
  const tokens = useTokens()
  const [asked, setAsked] = useState<{ title: string; secret: string; postedAt: string }>()
  if (asked !== undefined) return <CodeNote asked={asked} onNext={() => setAsked(undefined)} />
  if (tokens.problem !== undefined) return <Trouble problem={tokens.problem} onRetry={tokens.retry} />
  if (tokens.whyNot !== undefined) return <p role="status">{tokens.whyNot}</p>
  return <Form count={tokens.count} onAsked={setAsked} />
}

type FormProps = {
  count: number
  onAsked: (asked: { title: string; secret: string; postedAt: string }) => void
}

function Form({ count, onAsked }: FormProps) {
  const [title, setTitle] = useDraft(`${DRAFT}:title`, '')
  const [body, setBody] = useDraft(DRAFT, '')
  const [spaceId, setSpaceId] = useDraft(`${DRAFT}:space`, '')
  const ask = useAskAnonymously()
  const isReady = title.trim() !== '' && spaceId !== '' && !ask.isPending
  const send = async () => {
    const given = { spaceId: spaceId as SpaceId, title: title.trim(), body: body.trim() }
    const asked = await ask.mutateAsync(given)
    clearDraft(DRAFT)
    onAsked(asked)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        // What was refused stands below.
        if (isReady) send().catch(() => {})
      }}
    >
      <Field
        label={say('Your question')}
        maxLength={TITLE_CHARACTERS_MAX}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <TextArea
        label={say('Details, if it needs them')}
        maxLength={DETAILS_CHARACTERS_MAX}
        value={body}
        onChange={({ target }) => setBody(target.value)}
      />
      <OpenSpace spaceId={spaceId} onChoose={setSpaceId} />
      {ask.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(ask.error)}
        </p>
      )}
      <Button kind="go" type="submit" disabled={!isReady}>
        {say('Ask anonymously ({count} left this week)', { count })}
      </Button>
    </form>
  )
}

type OpenSpaceProps = { spaceId: string; onChoose: (spaceId: string) => void }

function OpenSpace({ spaceId, onChoose }: OpenSpaceProps) {
  const id = useId()
  const spaces = useQuery({
    queryKey: ['spaces', 'list-spaces', 'all', 'ask'],
    queryFn: () => call('spaces', 'listSpaces', { which: 'all', limit: OFFERED_MAX }),
  })
  const open = (spaces.data?.items ?? []).filter(({ visibility }) => visibility === 'open')
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{say('In which open space')}</label>
      <select id={id} value={spaceId} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{say('Choose a space')}</option>
        {open.map((space) => (
          <option key={space.id} value={space.id}>
            {space.name}
          </option>
        ))}
      </select>
    </div>
  )
}
