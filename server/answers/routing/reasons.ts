// Why somebody may know, as a sentence: about them for whoever looks for one, and to them once they are asked. Pure.
import { moment, type Sentence, sentence } from '#platform/say'
import type { Ranked } from './rank-experts.ts'

type Known = Pick<Ranked, 'answered' | 'spoke' | 'open' | 'lastAt'>

/** It counts what the reader may read themselves, and names no question. */
export function reasonOf({ answered, spoke, open, lastAt }: Known, timeZone: string): Sentence {
  const last = monthOf(lastAt, timeZone)
  if (answered > 0)
    return sentence(
      'Answered {count, plural, one {# question} other {# questions}} like this one, the last in {month}; {open, plural, =0 {nothing waits for them} one {# question waits for them} other {# questions wait for them}}.',
      { count: answered, month: last, open },
    )
  return sentence(
    'Took part in {count, plural, one {# question} other {# questions}} like this one, the last in {month}; {open, plural, =0 {nothing waits for them} one {# question waits for them} other {# questions wait for them}}.',
    { count: spoke, month: last, open },
  )
}

/** The same to the person, after `because`; somebody of whom nothing is known was chosen by hand. */
export function becauseOf(known: Known | undefined): Sentence {
  if (known === undefined) return sentence('because you may know the answer')
  if (known.answered > 0)
    return sentence(
      'because you answered {count, plural, one {# question} other {# questions}} like this one',
      { count: known.answered },
    )
  return sentence(
    'because you took part in {count, plural, one {# question} other {# questions}} like this one',
    { count: known.spoke },
  )
}

function monthOf(at: Temporal.Instant, timeZone: string) {
  return moment(at, { timeZone, month: 'long', year: 'numeric' })
}
