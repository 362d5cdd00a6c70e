// Worth your time: a finite list, the most worthwhile first, each with its reasons; it says when it ends.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { timeZone } from '#browser/clock'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { WorthItem, WorthYourTime } from '#contract/worth'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ReasonsTable } from '#ui/reasons-table'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { HomeTabs } from './home-tabs.tsx'
import { PostCard } from './post-card.tsx'
import list from './post-list.module.css'
import { WORTH } from './use-feeds.ts'
import { useReturn } from './use-landing.ts'
import styles from './worth-page.module.css'

export function WorthPage() {
  const worth = useQuery({
    queryKey: WORTH,
    queryFn: () => call('brief', 'listWorthYourTime', {}),
    // What one reads does not change under one's eyes.
    refetchOnWindowFocus: false,
  })
  useReturn({ isReady: worth.data !== undefined })
  return (
    <div className={page.page}>
      <header className={page.top}>
        <div>
          <PageTitle>{say('Home')}</PageTitle>
          <p className={page.under}>
            {say('A short list that ends, with a reason for everything in it. Likes do not count.')}
          </p>
        </div>
      </header>
      <HomeTabs />
      {worth.data !== undefined && <Listed worth={worth.data} />}
      {worth.data === undefined && worth.error === null && <Skeleton lines={10} />}
      {worth.data === undefined && worth.error !== null && (
        <Trouble problem={worth.error} onRetry={worth.refetch} />
      )}
    </div>
  )
}

function Listed({ worth }: { worth: WorthYourTime }) {
  if (worth.items.length === 0) {
    return (
      <EmptyState
        sentence={say(
          'Nothing waits that is worth your time now. Look again on {weekday} at {time}.',
          nextTime(worth.nextAt),
        )}
        action={<Link to="/">{say('See the latest')}</Link>}
      />
    )
  }
  return (
    <>
      <ol className={list.list}>
        {worth.items.map((item) => (
          <li key={item.post.id} className={styles.item}>
            <PostCard post={item.post} place="shown" />
            <Why item={item} />
          </li>
        ))}
      </ol>
      <section className={styles.end} aria-labelledby="that-is-all">
        <h2 id="that-is-all">{say('That’s all.')}</h2>
        <p>
          {say(
            '{shown, number} of {count, number} posts, chosen for {minutes, plural, =1 {a minute} other {# minutes}} of reading. Look again on {weekday} at {time}.',
            {
              shown: worth.items.length,
              count: worth.candidateCount,
              minutes: Math.max(1, Math.round(worth.secondsPlanned / 60)),
              ...nextTime(worth.nextAt),
            },
          )}
        </p>
        <p className={styles.ways}>
          <Link to="/">{say('See the latest')}</Link>
          <Link to="/brief/settings">{say('How many minutes')}</Link>
        </p>
      </section>
    </>
  )
}

const points = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 })
const factors = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 })

/** The first reason stands there at once; what each counts, on request. */
function Why({ item: { terms, fades, score } }: { item: WorthItem }) {
  return (
    <details className={styles.why}>
      <summary>
        <span>{terms[0]?.sentence}</span> <span className={styles.ask}>{say('Why am I seeing this?')}</span>
      </summary>
      <ReasonsTable
        caption={say('What each reason counts')}
        reasons={[
          ...terms.map((term) => ({
            key: term.feature,
            sentence: term.sentence,
            counts: points.format(term.points),
          })),
          ...fades.map(({ sentence, factor }) => ({
            key: sentence,
            sentence,
            counts: `× ${factors.format(factor)}`,
          })),
        ]}
        together={points.format(score)}
      />
    </details>
  )
}

/** When there is another list, as sentences say it. */
function nextTime(nextAt: string): { weekday: string; time: string } {
  const zone = { timeZone: timeZone() }
  const weekday = new Intl.DateTimeFormat(LANGUAGE, { ...zone, weekday: 'long' }).format(new Date(nextAt))
  const time = new Intl.DateTimeFormat(LANGUAGE, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(nextAt))
  return { weekday, time }
}
