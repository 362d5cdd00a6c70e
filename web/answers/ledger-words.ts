// What a ledger says in words: the conclusion first. Pure.

import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { Scale } from '#contract/scale'

const HOUR = 60
const hours = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 })

/** "3.5 hours"; under two hours in minutes. */
function lasting(minutes: number, unit: 'hours' | 'minutes'): string {
  return unit === 'hours'
    ? say('{hours} hours', { hours: hours.format(minutes / HOUR) })
    : say('{count, plural, one {# minute} other {# minutes}}', { count: Math.round(minutes) })
}

/** "between 3 and 5 hours", or one span where both ends are the same. */
export function spanInWords({ low, high }: { low: number; high: number }): string {
  const unit = Math.max(Math.abs(low), Math.abs(high)) >= 2 * HOUR ? 'hours' : 'minutes'
  const [from, until] = [lasting(low, unit), lasting(high, unit)]
  return from === until ? from : say('between {from} and {until}', { from, until })
}

export function conclusionOf(scale: Scale): string {
  const { of, figures, minutes } = scale
  const [answers, people] = [figures.answers.count ?? 0, figures.askers.count]
  if (answers === 0 && (minutes === null || minutes.high === 0))
    return of === 'own'
      ? say('None of your answers was taken for the answer in the last year.')
      : say('Nothing was answered in open spaces in the last year.')
  return `${servedSentence({ of, answers, people })} ${sparedSentence(scale)}`
}

function servedSentence({
  of,
  answers,
  people,
}: {
  of: Scale['of']
  answers: number
  people: number | null
}): string {
  if (people === null)
    return say(
      '{answers, plural, one {One answer} other {# answers}} served fewer than five people who asked.',
      { answers },
    )
  return of === 'own'
    ? say(
        '{answers, plural, one {Your answer} other {Your # answers}} served {people, plural, one {one person who asked} other {# people who asked}}.',
        { answers, people },
      )
    : say(
        '{answers, plural, one {One answer} other {# answers}} served {people, plural, one {one person who asked} other {# people who asked}}.',
        { answers, people },
      )
}

function sparedSentence({ of, minutes }: Scale): string {
  if (minutes === null)
    return say('Fewer than five people found an answer without asking, so what that spared is not told.')
  if (minutes.high <= 0) return say('They have not given back yet the time that it took to write them.')
  const span = spanInWords(minutes)
  if (minutes.low < 0)
    return say('Less what writing took, that spared {span}: it may not have given back its time yet.', {
      span,
    })
  return of === 'own'
    ? say('You did not spend {span} answering again.', { span })
    : say('Those who answer did not spend {span} answering again.', { span })
}
