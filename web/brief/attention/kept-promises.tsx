// How many promised answers came in time, opening to the questions behind the figure.
import { say } from '#browser/say'
import type { AttentionOverview, KeptPromise } from '#contract/attention'
import { ThreadLink } from '#ui/thread-link'
import styles from './attention.module.css'
import { dayInWords } from './days.ts'

export function KeptPromises({
  promises: { items, keptCount, count, days },
}: {
  promises: AttentionOverview['promises']
}) {
  return (
    <section className={styles.sheet} aria-labelledby="promises">
      <h2 id="promises">{say('Answered in time')}</h2>
      {count === 0 ? (
        <p>{say('Nobody waited for a promised day in the last {days} days.', { days })}</p>
      ) : (
        <>
          <p className={styles.figure}>
            {say('You answered {keptCount} of {count} in time in the last {days} days.', {
              keptCount,
              count,
              days,
            })}
          </p>
          <details>
            <summary>{say('The questions behind it')}</summary>
            <ul className={styles.rows}>
              {items.map((each) => (
                <li key={each.saidId}>
                  <ThreadLink to={each}>{each.line}</ThreadLink>
                  <span className={styles.hint}>{rowSentence(each)}</span>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  )
}

function rowSentence({ asker, day, answeredAt, wasKept }: KeptPromise): string {
  const values = { name: asker.name, day: dayInWords(day) }
  if (wasKept) return say('Asked by {name}, promised for {day}, answered in time', values)
  if (answeredAt === null) return say('Asked by {name}, promised for {day}, not answered yet', values)
  return say('Asked by {name}, promised for {day}, answered later', values)
}
