import { say } from '#browser/say'
import type { ReceivedMail } from '#contract/mail'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import styles from './mail.module.css'
import { useReceived } from './use-mail.ts'

const OUTCOMES: Record<ReceivedMail['outcome'], string> = {
  taken: say('Taken'),
  refused: say('Refused'),
  ignored: say('Left unanswered'),
}

/** What came in and what became of it; its words are not here. */
export function ReceivedList() {
  const received = useReceived()
  if (received.isPending) return <Skeleton lines={2} />
  if (received.isError) return <Trouble problem={received.error} onRetry={received.refetch} />
  const items = received.data.pages.flatMap((each) => each.items)
  if (items.length === 0) return <p>{say('Nothing came in by mail yet.')}</p>
  return (
    <>
      <ul className={styles.list}>
        {items.map((mail) => (
          <li key={mail.id} className={styles.item}>
            <div>
              <b>{mail.sender}</b>
              <small>
                {OUTCOMES[mail.outcome]}, <When at={mail.at} />
              </small>
              <p className={styles.trouble}>{mail.sentence}</p>
            </div>
          </li>
        ))}
      </ul>
      <ShowMore of={received} />
    </>
  )
}
