// Office hours: what is on, what is coming, and what became answers.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { say } from '#browser/say'
import type { HoursCard } from '#contract/office-hours'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../../ui/page.module.css'
import sheets from '../../ui/sheets.module.css'
import styles from './hours.module.css'
import { STATES, spanWords, summaryOf } from './hours-words.ts'
import { OfferDialog } from './offer-dialog.tsx'
import { useHosts, useHoursList } from './use-hours.ts'

export function HoursPage() {
  const hosts = useHosts().data?.items ?? []
  const [isOffering, setIsOffering] = useState(false)
  return (
    <div className={page.page}>
      <header className={page.top}>
        <div>
          <PageTitle>{say('Office hours')}</PageTitle>
          <p className={page.under}>
            {say('Queue a question and vote. The most wanted is answered first, and every answer stays.')}
          </p>
        </div>
        {hosts.length > 0 && (
          <Button kind="go" onClick={() => setIsOffering(true)}>
            {say('Offer office hours')}
          </Button>
        )}
      </header>
      <Ahead />
      <Past />
      <OfferDialog hosts={hosts} isOpen={isOffering} onClose={() => setIsOffering(false)} />
    </div>
  )
}

function Ahead() {
  const list = useHoursList('ahead')
  if (list.data === undefined)
    return list.error === null ? (
      <Skeleton lines={6} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  const items = list.data.pages.flatMap((each) => each.items)
  const onNow = items.filter(({ state }) => state === 'on')
  const coming = items.filter(({ state }) => state !== 'on')
  if (items.length === 0) {
    return (
      <EmptyState
        sentence={say(
          'When an executive offers office hours in one of your spaces, you find them here. Until then you can ask at any time.',
        )}
        action={<Link to="/ask">{say('Ask a question')}</Link>}
      />
    )
  }
  return (
    <>
      <Group title={say('On now')} items={onNow} />
      <Group title={say('Coming')} items={coming} />
      <ShowMore of={list} />
    </>
  )
}

function Past() {
  const list = useHoursList('past')
  const items = list.data?.pages.flatMap((each) => each.items) ?? []
  if (list.error !== null) return <Trouble problem={list.error} onRetry={list.refetch} />
  return (
    <>
      <Group title={say('Past office hours')} items={items} />
      <ShowMore of={list} />
    </>
  )
}

function Group({ title, items }: { title: string; items: readonly HoursCard[] }) {
  if (items.length === 0) return null
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      <ul className={sheets.list}>
        {items.map((hours) => (
          <li key={hours.id} className={sheets.item}>
            <Line hours={hours} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ hours }: { hours: HoursCard }) {
  const { id, theme, host, space, state, counts } = hours
  return (
    <article className={styles.line} aria-label={theme}>
      <h3>
        <Link to="/answers/hours/$hoursId" params={{ hoursId: id }}>
          {theme}
        </Link>
      </h3>
      <p className={styles.soft}>
        {say('{host} in {space}', { host: host.name, space: space.name })} · {spanWords(hours)}
      </p>
      {state === 'cancelled' && <p className={styles.cancelled}>{STATES.cancelled}</p>}
      {state === 'over' && <p>{summaryOf(hours)}</p>}
      {(state === 'on' || state === 'coming') && (
        <p>
          {say(
            '{waiting, plural, =0 {Nobody asked yet.} one {# question waits.} other {# questions wait.}}',
            {
              waiting: counts.waiting,
            },
          )}
        </p>
      )}
    </article>
  )
}
