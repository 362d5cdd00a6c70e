// That the minutes of the week are spent, when it goes on, and the way to what waits longest all the same.
import { Link } from '@tanstack/react-router'
import { now, timeZone } from '#browser/clock'
import { say } from '#browser/say'
import type { Attention } from '#contract/attention'
import { Button } from '#ui/button'
import styles from './attention.module.css'
import { whenInWords } from './days.ts'

type SpentNoteProps = {
  attention: Attention
  isBusy: boolean
  /** Undefined where cards are shown already. */
  onAsk: (() => void) | undefined
}

export function SpentNote({ attention: { minutes, goesOnAt }, isBusy, onAsk }: SpentNoteProps) {
  const when = whenInWords(goesOnAt, { now: now(), timeZone: timeZone() })
  return (
    <section className={styles.spent} aria-label={say('Your minutes of this week')}>
      <p>
        {say(
          'Your {minutes, plural, one {minute} other {# minutes}} of this week are spent: what is asked of you waits until {when}.',
          { minutes, when },
        )}
      </p>
      <p className={styles.ways}>
        {onAsk !== undefined && (
          <Button disabled={isBusy} onClick={onAsk}>
            {say('Show what waits longest')}
          </Button>
        )}
        <Link to="/brief/attention">{say('Your minutes a week')}</Link>
      </p>
    </section>
  )
}
