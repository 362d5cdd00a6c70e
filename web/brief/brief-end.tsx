// The end of a brief: that it is done, what was done, and when the next one comes.
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { now, timeZone } from '#browser/clock'
import { say } from '#browser/say'
import type { Brief, Minutes } from '#contract/brief'
import styles from './brief-end.module.css'
import { MinutesChoice } from './minutes-choice.tsx'
import { deedsSentence, heardSentence, nextSentence } from './sentences.ts'

type BriefEndProps = {
  brief: Brief
  isBusy: boolean
  /** Whether the end takes the focus: when the last card was just done. */
  takesFocus: boolean
  onAgain: (minutes: Minutes) => void
}

export function BriefEnd({ brief, isBusy, takesFocus, onAgain }: BriefEndProps) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) title.current?.focus()
  }, [takesFocus])
  const heard = newlyHeard(brief)
  return (
    <section className={styles.end} aria-labelledby="brief-is-done">
      <h2 ref={title} id="brief-is-done" tabIndex={-1} className={styles.title}>
        {say('You are done.')}
      </h2>
      <p>{deedsSentence(brief.cards)}</p>
      {heard && <p>{heard}</p>}
      <p className={styles.next}>
        {nextSentence({ nextAt: brief.nextAt, now: now(), timeZone: timeZone() })}
      </p>
      <p className={styles.ways}>
        <Link to="/voices">{say('Who you heard')}</Link>
        <Link to="/saved">{say('What you saved')}</Link>
        <Link to="/">{say('Home')}</Link>
        <Link to="/brief/history">{say('Your past briefs')}</Link>
        <Link to="/brief/settings">{say('When your brief comes')}</Link>
      </p>
      <Again isBusy={isBusy} onAgain={onAgain} />
    </section>
  )
}

function Again({ isBusy, onAgain }: Pick<BriefEndProps, 'isBusy' | 'onAgain'>) {
  return (
    <div className={styles.again}>
      <span>{say('If you have more time today:')}</span>
      <MinutesChoice label={say('Another brief of')} minutes={undefined} isBusy={isBusy} onChoose={onAgain} />
    </div>
  )
}

/** How many voices were heard for the first time, which is what the brief is for. */
function newlyHeard(brief: Brief): string | undefined {
  const voices = new Set(
    brief.cards
      .filter((card) => card.kind === 'unheard' && card.done !== 'later' && card.done !== 'not-for-me')
      .map((card) => card.words?.author.id),
  )
  if (voices.size === 0) return undefined
  return heardSentence(voices.size)
}
