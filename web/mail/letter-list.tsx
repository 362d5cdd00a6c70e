import { sentenceOf } from '#browser/problem'
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
  const tried = letter.tries === 1 ? 'tried once' : `tried ${letter.tries} times`
  return (
    <li className={styles.item}>
      <div>
        <b>{letter.to?.name ?? 'Somebody'}</b>
        <small>
          {letter.why}, <When at={letter.at} />, {tried}
        </small>
        <p className={styles.trouble}>{letter.trouble}</p>
      </div>
      {letter.state === 'dead' && (
        <Button
          disabled={retry.isPending}
          aria-label={`Send the letter to ${letter.to?.name ?? 'somebody'} once more`}
          onClick={() =>
            retry.mutate(letter.id, {
              onSuccess: () => toast({ sentence: 'It is on its way again.' }),
              onError: (error) => toast({ sentence: sentenceOf(error) }),
            })
          }
        >
          Send once more
        </Button>
      )}
    </li>
  )
}
