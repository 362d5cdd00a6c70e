// Past briefs, day by day: what was done with each card, and how long it took. For their reader alone.
import { Link } from '@tanstack/react-router'
import { DAYS_LOCALE } from '#browser/language'
import { say } from '#browser/say'
import type { PastBrief, PastCard } from '#contract/brief-history'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import sheets from '../ui/sheets.module.css'
import styles from './history-page.module.css'
import { byDay, DONE_WORDS, timeSentence, weeksSentence } from './history-words.ts'
import { usePastBriefs } from './use-history.ts'

const DAY = new Intl.DateTimeFormat(DAYS_LOCALE, { dateStyle: 'full' })
const CLOCK = new Intl.DateTimeFormat(DAYS_LOCALE, { timeStyle: 'short' })

export function BriefHistoryPage() {
  const list = usePastBriefs()
  const weeks = list.data?.pages[0]?.weeks
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Your past briefs')}</PageTitle>
        <p className={page.under}>{say('Nobody else can see them.')}</p>
        {weeks !== undefined && <p className={page.under}>{weeksSentence(weeks)}</p>}
      </header>
      <PastList list={list} />
    </div>
  )
}

function PastList({ list }: { list: ReturnType<typeof usePastBriefs> }) {
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const briefs = list.data.pages.flatMap(({ items }) => items)
  if (briefs.length === 0) {
    return (
      <EmptyState
        sentence={say('Once you have opened a brief, it stands here with what you did.')}
        action={<Link to="/brief">{say('Open your brief')}</Link>}
      />
    )
  }
  return (
    <>
      {byDay(briefs, (at) => DAY.format(at)).map(([day, ofDay]) => (
        <section key={day} className={styles.day}>
          <h2 className={styles.title}>{day}</h2>
          <ul className={sheets.list}>
            {ofDay.map((each) => (
              <li key={each.id} className={sheets.item}>
                <OneBrief brief={each} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ShowMore of={list} words={say('Show earlier')} />
    </>
  )
}

const SENT_WORDS = {
  mail: (time: string) => say('By mail at {time}.', { time }),
  push: (time: string) => say('Ready at {time}, told by a push.', { time }),
  opened: (time: string) => say('Opened at {time}.', { time }),
}

function OneBrief({ brief }: { brief: PastBrief }) {
  const when = SENT_WORDS[brief.sentBy ?? 'opened'](CLOCK.format(new Date(brief.at)))
  return (
    <>
      <p className={styles.when}>
        {when} {timeSentence(brief)}
      </p>
      <ul className={styles.cards}>
        {brief.cards.map((card) => (
          <li key={card.key} className={styles.card}>
            <p className={styles.line}>
              <Line card={card} />
              <span className={styles.headline}>{card.headline}</span>
            </p>
            <p className={card.done === null ? styles.open : styles.done}>
              {card.done === null ? say('Open') : DONE_WORDS[card.done]}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ card: { line, postId, replyId } }: { card: PastCard }) {
  if (line === null)
    return (
      <span className={styles.gone}>
        {say('What was said here is gone, or not for you to read any more.')}
      </span>
    )
  if (postId === null) return <span>{line}</span>
  return <ThreadLink to={{ postId, replyId }}>{line}</ThreadLink>
}
