import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import type { Letter } from '#contract/mail'
import { Button } from '#ui/button'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import styles from './mail.module.css'
import { useLetters, useRetryLetter } from './use-mail.ts'

/** Letters that did not go out: to whom, why they were written, and what went wrong. */
export function LetterList({ state, none }: { state: 'waiting' | 'dead'; none: string }) {
  const letters = useLetters(state)
  if (letters.isPending) return <Skeleton lines={2} />
  if (letters.isError) return <Trouble problem={letters.error} onRetry={letters.refetch} />
  const items = letters.data.pages.flatMap((each) => each.items)
  if (items.length === 0) return <p>{none}</p>
  return (
    <>
      <ul className={styles.list}>
        {items.map((letter) => (
          <LetterItem key={letter.id} letter={letter} />
        ))}
      </ul>
      <ShowMore of={letters} />
    </>
  )
}

function LetterItem({ letter }: { letter: Letter }) {
  const retry = useRetryLetter()
  const toast = useToast()
  const name = letter.to?.name ?? say('Somebody')
  return (
    <li className={styles.item}>
      <div>
        <b>{name}</b>
        <small>
          {sayWith('{why}, {when}, {tries, plural, =1 {tried once} other {tried # times}}', {
            why: letter.why,
            when: <When at={letter.at} />,
            tries: letter.tries,
          })}
        </small>
        <p className={styles.trouble}>{letter.trouble}</p>
      </div>
      {letter.state === 'dead' && (
        <Button
          disabled={retry.isPending}
          aria-label={say('Send the letter to {name} once more', { name })}
          onClick={() =>
            retry.mutate(letter.id, {
              onSuccess: () => toast({ sentence: say('It is on its way again.') }),
              onError: (error) => toast({ sentence: sentenceOf(error) }),
            })
          }
        >
          {say('Send once more')}
        </Button>
      )}
    </li>
  )
}
