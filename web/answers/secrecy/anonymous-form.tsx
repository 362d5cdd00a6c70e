// Asking without a name. Nothing of what is typed here is looked up on the way: such a request would bear a name.
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '#browser/client'
import { clearDraft } from '#browser/drafts'
import { say } from '#browser/say'
import { Trouble } from '#ui/trouble'
import styles from '../ask.module.css'
import { CodeNote } from './code-note.tsx'
import { SecretForm, type SecretWords, useSecretWords } from './secret-form.tsx'
import { useAskAnonymously } from './use-ask-anonymously.ts'
import { useTokens } from './use-tokens.ts'

const DRAFT = 'ask-anonymously'
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
  const words = useSecretWords(DRAFT)
  const ask = useAskAnonymously()
  const send = async (given: SecretWords) => {
    const asked = await ask.mutateAsync(given)
    clearDraft(DRAFT)
    onAsked(asked)
  }
  return (
    <SecretForm
      words={words}
      submitLabel={say('Ask anonymously ({count} left this week)', { count })}
      isSending={ask.isPending}
      error={ask.error}
      send={send}
    >
      <OpenSpace spaceId={words.spaceId} onChoose={words.setSpaceId} />
    </SecretForm>
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
