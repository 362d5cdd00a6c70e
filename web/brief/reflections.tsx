// What one reflected on at the end of briefs: for oneself alone, until the notebook takes it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import { Button } from '#ui/button'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import sheets from '../ui/sheets.module.css'
import styles from './reflections.module.css'

const REFLECTIONS = ['brief', 'list-reflections']

/** Nothing at all while there is none, as it is the second thing on its page. */
export function Reflections() {
  const { data, error, refetch } = useQuery({
    queryKey: REFLECTIONS,
    queryFn: () => call('brief', 'listReflections', { limit: 50 }),
  })
  if (data === undefined) return error === null ? null : <Trouble problem={error} onRetry={refetch} />
  if (data.items.length === 0) return null
  return (
    <section className={styles.reflections} aria-labelledby="reflections">
      <h2 id="reflections" className={styles.title}>
        {say('What you reflected on')}
      </h2>
      <ul className={sheets.list}>
        {data.items.map(({ id, at, prompt, body }) => (
          <li key={id} className={sheets.item}>
            <p className={styles.when}>{sayWith('Reflected {when}', { when: <When at={at} /> })}</p>
            {prompt !== null && <p className={styles.prompt}>{prompt}</p>}
            <Words markdown={body} />
            <Forget id={id} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Forgetting cannot be undone, so it asks first. */
function Forget({ id }: { id: string }) {
  const client = useQueryClient()
  const toast = useToast()
  const [isAsking, setIsAsking] = useState(false)
  const forget = useMutation({
    mutationFn: () => call('brief', 'forgetReflection', { id }),
    onSuccess: () => {
      toast({ sentence: say('Forgotten.') })
      return client.invalidateQueries({ queryKey: REFLECTIONS })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return (
    <div className={styles.foot}>
      {isAsking ? (
        <>
          <Button kind="danger" disabled={forget.isPending} onClick={() => forget.mutate()}>
            {say('Forget for good')}
          </Button>
          <Button kind="quiet" onClick={() => setIsAsking(false)}>
            {say('Keep it')}
          </Button>
        </>
      ) : (
        <Button kind="quiet" onClick={() => setIsAsking(true)}>
          {say('Forget')}
        </Button>
      )}
    </div>
  )
}
