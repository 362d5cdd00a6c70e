// One slot: the question that is answered now, the queue, and after the end what came of it.
import { Link, useParams } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { say, sayWith } from '#browser/say'
import type { HoursQuestion, OfficeHours } from '#contract/office-hours'
import type { HoursId } from '#contract/ref'
import { EmptyState } from '#ui/empty-state'
import { Menu } from '#ui/menu'
import { PageTitle } from '#ui/page-title'
import { PersonName } from '#ui/person-name'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../../ui/page.module.css'
import sheets from '../../ui/sheets.module.css'
import { AskInHours } from './ask-in-hours.tsx'
import styles from './hours.module.css'
import { momentWords, STATES, spanWords, summaryOf } from './hours-words.ts'
import { MoveDialog } from './offer-dialog.tsx'
import { QueuedQuestion } from './queued-question.tsx'
import { useHours, useHoursDeed } from './use-hours.ts'

export function SlotPage() {
  const { hoursId } = useParams({ strict: false })
  // The address is text; whether it leads anywhere is for the server to say.
  const { data, error, refetch } = useHours(hoursId as HoursId)
  if (data === undefined)
    return (
      <div className={page.page}>
        <PageTitle>{say('Office hours')}</PageTitle>
        {error === null ? <Skeleton lines={8} /> : <Trouble problem={error} onRetry={refetch} />}
      </div>
    )
  return <Slot hours={data} />
}

function Slot({ hours }: { hours: OfficeHours }) {
  const called = hours.questions.find(({ postId }) => postId === hours.calledId)
  const isOver = hours.state === 'over' || hours.state === 'cancelled'
  return (
    <div className={page.page}>
      <Head hours={hours} />
      {isOver && <p role="status">{whatBecame(hours)}</p>}
      {called !== undefined && (
        <section className={styles.now} aria-labelledby="answered-now" aria-live="polite">
          <h2 id="answered-now">{say('Being answered now')}</h2>
          <QueuedQuestion key={called.postId} hours={hours} question={called} />
        </section>
      )}
      {hours.may.ask && !hours.may.answer && <AskInHours hours={hours} />}
      {!hours.may.ask && !isOver && (
        <p className={styles.soft}>
          {say('Questions are taken from {when} on.', { when: momentWords(hours.opensAt) })}
        </p>
      )}
      <Queue hours={hours} />
    </div>
  )
}

function whatBecame(hours: OfficeHours): string {
  if (hours.state === 'cancelled')
    return say('These office hours were cancelled. What was asked stays open in the space.')
  return say('These office hours are over: {summary}', { summary: summaryOf(hours) })
}

function Head({ hours }: { hours: OfficeHours }) {
  const { id, theme, host, offeredBy, space, state, may } = hours
  const [isMoving, setIsMoving] = useState(false)
  const act = useHoursDeed()
  const deeds = [
    ...(may.move ? [{ label: say('Change theme or times'), act: () => setIsMoving(true) }] : []),
    ...(may.end ? [{ label: say('End now'), act: () => void act('endOfficeHours', { hoursId: id }) }] : []),
    ...(may.cancel
      ? [
          {
            label: say('Cancel these office hours'),
            act: () => void act('cancelOfficeHours', { hoursId: id }),
          },
        ]
      : []),
  ]
  return (
    <header className={styles.head}>
      <div className={page.top}>
        <PageTitle>{theme}</PageTitle>
        {deeds.length > 0 && <Menu label={say('More to do with these office hours')} items={deeds} />}
      </div>
      <p className={styles.soft}>
        {sayWith('{host} in {space}', {
          host: <PersonName person={host} />,
          space: (
            <Link to="/spaces/$id" params={{ id: space.id }}>
              {space.name}
            </Link>
          ),
        })}
        {offeredBy !== null && <> · {say('offered by {name}', { name: offeredBy.name })}</>}
      </p>
      <p className={styles.when}>
        <strong data-state={state}>{STATES[state]}</strong> {spanWords(hours)}
      </p>
      {(state === 'coming' || state === 'on') && (
        <a href={`/api/answers/${id}/office-hours.ics`} download className={styles.calendar}>
          <CalendarPlus size={18} strokeWidth={1.75} aria-hidden="true" />
          {say('Put it into your calendar')}
        </a>
      )}
      <MoveDialog hours={hours} isOpen={isMoving} onClose={() => setIsMoving(false)} />
    </header>
  )
}

function Queue({ hours }: { hours: OfficeHours }) {
  const { questions, calledId, may } = hours
  const those = (standing: HoursQuestion['standing']) =>
    questions.filter((each) => each.standing === standing && each.postId !== calledId)
  if (questions.length === 0) {
    if (!may.ask) return null
    return (
      <EmptyState
        sentence={say(
          'Nobody asked yet. Whatever is asked stands here, the most wanted on top, and is answered in that order.',
        )}
      />
    )
  }
  return (
    <>
      <Part title={say('The queue, the most wanted first')} hours={hours} items={those('waiting')} />
      <Part title={say('Answered')} hours={hours} items={those('answered')} />
      <Part title={say('Set aside')} hours={hours} items={those('set-aside')} />
    </>
  )
}

type PartProps = { title: string; hours: OfficeHours; items: readonly HoursQuestion[] }

function Part({ title, hours, items }: PartProps) {
  if (items.length === 0) return null
  return (
    <section className={styles.group}>
      <h2>{title}</h2>
      <ol className={sheets.list}>
        {items.map((question) => (
          <li key={question.postId} className={sheets.item}>
            <QueuedQuestion hours={hours} question={question} />
          </li>
        ))}
      </ol>
    </section>
  )
}
