// The words and phrases that stewards watch for.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import styles from './moderation.module.css'
import { ModerationWays } from './moderation-ways.tsx'

const WATCHED = ['spaces', 'list-watched']
const PHRASE_CHARACTERS_MAX = 80

export function ModerationWatchPage() {
  const list = useQuery({ queryKey: WATCHED, queryFn: () => call('spaces', 'listWatched', {}) })
  const { watch, unwatch } = useWatch()
  const items = list.data?.items
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Watched words')}</PageTitle>
        <p className={page.under}>
          {say(
            'What is written with one of these waits to be looked at. Nothing is hidden by itself, and in private spaces only their keepers are told.',
          )}
        </p>
      </header>
      <ModerationWays />
      {list.error === null ? (
        <PhraseForm onWatch={watch} />
      ) : (
        <Trouble problem={list.error} onRetry={list.refetch} />
      )}
      {items === undefined && list.error === null && <Skeleton lines={4} />}
      {items?.length === 0 && (
        <EmptyState sentence={say('Nothing is watched for. Case and accents do not count.')} />
      )}
      <ul className={styles.said}>
        {items?.map(({ phrase, by }) => (
          <li key={phrase} className={styles.row}>
            <span>
              {phrase}
              {by !== null && <span className={styles.note}> {by.name}</span>}
            </span>
            <Button
              kind="quiet"
              aria-label={say('Take off {phrase}', { phrase })}
              onClick={() => unwatch(phrase)}
            >
              {sayAs('a phrase, off the list', 'Take off')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function PhraseForm({ onWatch }: { onWatch: (phrase: string) => Promise<string | undefined> }) {
  const [phrase, setPhrase] = useState('')
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const refused = await onWatch(phrase)
    setError(refused)
    if (refused === undefined) setPhrase('')
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <Field
        label={say('A word or a phrase')}
        maxLength={PHRASE_CHARACTERS_MAX}
        value={phrase}
        onChange={({ target }) => setPhrase(target.value)}
        {...(error !== undefined && { error })}
      />
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={phrase.trim() === ''}>
          {say('Watch for it')}
        </Button>
      </div>
    </form>
  )
}

function useWatch() {
  const queries = useQueryClient()
  const toast = useToast()
  const put = async (act: 'watchPhrase' | 'unwatchPhrase', phrase: string) => {
    try {
      await call('spaces', act, { phrase })
      await queries.invalidateQueries({ queryKey: WATCHED })
      return undefined
    } catch (error) {
      return sentenceOf(error)
    }
  }
  const unwatch = async (phrase: string) => {
    const refused = await put('unwatchPhrase', phrase)
    const undo = () => void put('watchPhrase', phrase)
    toast(
      refused === undefined
        ? { sentence: say('“{phrase}” is watched for no longer.', { phrase }), undo }
        : { sentence: refused },
    )
  }
  return { watch: (phrase: string) => put('watchPhrase', phrase), unwatch }
}
