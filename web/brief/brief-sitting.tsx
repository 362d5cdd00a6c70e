// A brief that is under way: how far one is, the open card, what comes next, and the end.
import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { now, timeZone } from '#browser/clock'
import { say, sayWith } from '#browser/say'
import type { Brief, Card, Minutes } from '#contract/brief'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Spoken } from '#ui/spoken'
import { ReadAloud } from './aloud/read-aloud.tsx'
import { SpentNote } from './attention/spent-note.tsx'
import { BriefCard } from './brief-card.tsx'
import { BriefEnd } from './brief-end.tsx'
import styles from './brief-page.module.css'
import { MinutesChoice } from './minutes-choice.tsx'
import { NextCards } from './next-cards.tsx'
import type { BriefParts } from './parts.ts'
import { cardAfter, nextCardsOf, openCardOf, secondsLeft, segmentsOf } from './progress.ts'
import { ProgressTrack } from './progress-track.tsx'
import { clockOf, firstNameOf, greetingAt, nextSentence, openingSentence } from './sentences.ts'
import { useBuildBrief } from './use-brief.ts'
import { useDeeds } from './use-deeds.ts'

const LeftOut = lazy(() => import('./delegates/left-out.tsx').then((module) => ({ default: module.LeftOut })))
const YouPrepare = lazy(() =>
  import('./delegates/you-prepare.tsx').then((module) => ({ default: module.YouPrepare })),
)

/** The open card, and how long it has been in view. */
type InView = { key: string; secondsInView: number }

export function BriefSitting({ brief, parts }: { brief: Brief; parts: BriefParts }) {
  const [inView, setInView] = useState<InView>()
  const [chosenKey, setChosenKey] = useState<string>()
  const build = useBuildBrief()
  const { act, hasActed, isNoted } = useDeeds({
    brief,
    inView,
    onReopen: setChosenKey,
  })
  const open = openCardOf(brief.cards, chosenKey)
  const opened = open && inView?.key === open.key ? inView : undefined
  const header = {
    brief,
    left: secondsLeft(brief, opened),
    isBusy: build.isPending,
    onMinutes: build.mutate,
  }
  return (
    <div className={styles.page} aria-busy={build.isPending}>
      <Header {...header} />
      {brief.cards.length > 0 && <ProgressTrack segments={segmentsOf(brief.cards, opened)} />}
      {brief.leftOut.length > 0 && (
        <Suspense>
          <LeftOut brief={brief} />
        </Suspense>
      )}
      <div className={styles.columns}>
        <div>
          {brief.attention?.isSpent && (
            <SpentNote
              attention={brief.attention}
              isBusy={build.isPending}
              onAsk={brief.id === null ? () => build.mutate(brief.minutes) : undefined}
            />
          )}
          {open && <ReadAloud open={open} next={cardAfter(brief.cards, open)} onNext={setChosenKey} />}
          {open ? (
            <BriefCard
              key={open.key}
              card={open}
              parts={parts}
              takesFocus={hasActed || chosenKey !== undefined}
              isNoted={() => isNoted(open.key)}
              onDo={(deed) => act(open, deed)}
              onSeconds={(seconds) => setInView({ key: open.key, secondsInView: seconds })}
            />
          ) : (
            <Finished brief={brief} isBusy={build.isPending} onAgain={build.mutate} takesFocus={hasActed} />
          )}
        </div>
        <Beside {...{ brief, parts, open }} onChoose={setChosenKey} />
      </div>
    </div>
  )
}

type BesideProps = {
  brief: Brief
  parts: BriefParts
  open: Card | undefined
  onChoose: (key: string) => void
}

function Beside({ brief, parts, open, onChoose }: BesideProps) {
  return (
    <aside className={styles.aside} aria-label={say('Beside this brief')}>
      {open && <NextCards cards={nextCardsOf(brief.cards, open)} onChoose={onChoose} />}
      {open && <parts.TakeAlong brief={brief} />}
      <parts.WhoYouHeard />
      <Suspense>
        <YouPrepare />
      </Suspense>
    </aside>
  )
}

type HeaderProps = {
  brief: Brief
  left: number
  isBusy: boolean
  onMinutes: (minutes: Minutes) => void
}

function Header({ brief, left, isBusy, onMinutes }: HeaderProps) {
  const [choosesMinutes, setChoosesMinutes] = useState(false)
  const choose = (minutes: Minutes) => {
    setChoosesMinutes(false)
    onMinutes(minutes)
  }
  return (
    <header className={styles.top}>
      <div>
        <PageTitle>
          {say('{greeting}, {name}', {
            greeting: greetingAt(now().getHours()),
            name: firstNameOf(brief.for.name),
          })}
        </PageTitle>
        {brief.cards.length > 0 && <p className={styles.opening}>{openingSentence(brief)}</p>}
      </div>
      <p className={styles.budget}>
        <b>{clockOf(left)}</b>{' '}
        <button
          type="button"
          className={styles.minutes}
          aria-expanded={choosesMinutes}
          disabled={isBusy}
          onClick={() => setChoosesMinutes(!choosesMinutes)}
        >
          {sayWith('left of {minutes} min<spoken>: change how long it may take</spoken>', {
            minutes: brief.minutes,
            spoken: (words) => <Spoken>{words}</Spoken>,
          })}
          <ChevronDown aria-hidden strokeWidth={1.75} />
        </button>
      </p>
      {choosesMinutes && (
        <div className={styles.choice}>
          <span>{say('How long may it take?')}</span>
          <MinutesChoice label={say('Minutes for this brief')} minutes={brief.minutes} onChoose={choose} />
          <Link to="/brief/settings">{say('When your brief comes')}</Link>
        </div>
      )}
    </header>
  )
}

function Finished(props: {
  brief: Brief
  isBusy: boolean
  takesFocus: boolean
  onAgain: (minutes: Minutes) => void
}) {
  const { brief, isBusy, takesFocus, onAgain } = props
  // What was held back is said above, and there is nothing else to say.
  if (brief.id === null) return null
  if (brief.cards.length > 0) return <BriefEnd {...{ brief, isBusy, takesFocus, onAgain }} />
  return (
    <EmptyState
      sentence={say(
        'Nothing needs you now, and nobody has spoken whom you have not heard. Cards come here as people talk in their spaces. {next}',
        { next: nextSentence({ nextAt: brief.nextAt, now: now(), timeZone: timeZone() }) },
      )}
      action={<Link to="/spaces">{say('See the spaces')}</Link>}
    />
  )
}
