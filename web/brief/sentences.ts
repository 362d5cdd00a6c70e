// What the brief says of itself: greeting, opening, ending and times, in short sentences in the second person.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { Brief, Card, CardAction } from '#contract/brief'

/** A count in words up to fifteen, in digits above, so that a sentence reads like one. */
function inWords(count: number): string {
  return say(
    '{count, plural, =0 {no} =1 {one} =2 {two} =3 {three} =4 {four} =5 {five} =6 {six} =7 {seven} =8 {eight} =9 {nine} =10 {ten} =11 {eleven} =12 {twelve} =13 {thirteen} =14 {fourteen} =15 {fifteen} other {#}}',
    { count },
  )
}

/** "four replies". */
export function repliesInWords(count: number): string {
  return say('{count, plural, =1 {one reply} other {{inWords} replies}}', { count, inWords: inWords(count) })
}

/** How many voices were heard for the first time in a brief, 1 or more. */
export function heardSentence(count: number): string {
  return say('You heard {count, plural, =1 {one voice} other {{inWords} voices}} for the first time.', {
    count,
    inWords: inWords(count),
  })
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** The greeting that fits a local hour of the day, 0 to 23. */
export function greetingAt(hour: number): string {
  if (hour >= 5 && hour < 12) return say('Good morning')
  if (hour >= 12 && hour < 18) return say('Good afternoon')
  return say('Good evening')
}

/** How a person is greeted: by the first word of the name, or the part after the comma in "Okafor, Tomasz". */
export function firstNameOf(name: string): string {
  const [surname = '', given] = name.split(',').map((part) => part.trim())
  return (given ? given : surname).split(/\s+/)[0] ?? name
}

/** Seconds as a clock shows them: 370 is "6:10". */
export function clockOf(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** Seconds as one says them: 95 is "1 min 35 s". */
export function spokenSeconds(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const minutes = Math.floor(whole / 60)
  const rest = whole % 60
  if (minutes === 0) return say('{seconds} s', { seconds: rest })
  return rest === 0
    ? say('{minutes} min', { minutes })
    : say('{minutes} min {seconds} s', { minutes, seconds: rest })
}

/** "Seven things worth ten minutes. Three are from people you have not heard before." */
export function openingSentence(brief: Pick<Brief, 'cards' | 'secondsPlanned' | 'minutes'>): string {
  const minutes = Math.min(brief.minutes, Math.max(1, Math.ceil(brief.secondsPlanned / 60)))
  const count = brief.cards.length
  const opening = say(
    '{count, plural, =1 {One thing} other {{things} things}} worth {minutes, plural, =1 {one minute} other {{worth} minutes}}.',
    { count, things: capitalised(inWords(count)), minutes, worth: inWords(minutes) },
  )
  const unheard = brief.cards.filter((card) => card.kind === 'unheard').length
  if (unheard === 0) return opening
  const besides =
    count === 1
      ? say('It is from somebody you have not heard before.')
      : say(
          '{unheard, plural, =1 {One is from somebody} other {{voices} are from people}} you have not heard before.',
          { unheard, voices: capitalised(inWords(unheard)) },
        )
  return say('{first} {second}', { first: opening, second: besides })
}

type ListedDeed = [CardAction, (values: { count: number; inWords: string }) => string]

const DEEDS: ListedDeed[] = [
  ['answer', (values) => say('answered {inWords}', values)],
  ['ask-more', (values) => say('asked {inWords} for more', values)],
  ['route', (values) => say('routed {inWords}', values)],
  ['thank', (values) => say('thanked {count, plural, =1 {one person} other {{inWords} people}}', values)],
  ['save', (values) => say('saved {inWords}', values)],
  ['still-true', (values) => say('found {inWords} still true', values)],
  [
    'reflect',
    (values) => say('wrote down {count, plural, =1 {a reflection} other {{inWords} reflections}}', values),
  ],
  ['read', (values) => say('read {inWords}', values)],
  ['later', (values) => say('kept {inWords} for later', values)],
  ['not-for-me', (values) => say('set {inWords} aside', values)],
]

/** What was done with the cards, in one sentence, or nothing when nothing was. */
export function deedsSentence(cards: Pick<Card, 'done'>[]): string | undefined {
  const deeds = DEEDS.flatMap(([action, tell]) => {
    const count = cards.filter((card) => card.done === action).length
    return count === 0 ? [] : [tell({ count, inWords: inWords(count) })]
  })
  if (deeds.length === 0) return undefined
  return say('You {deeds}.', { deeds: new Intl.ListFormat(LANGUAGE, { type: 'conjunction' }).format(deeds) })
}

/** When the next brief comes, told in `timeZone` as seen from `now`: "The next one comes tomorrow at 07:30." */
export function nextSentence({
  nextAt,
  now,
  timeZone,
}: {
  nextAt: string
  now: Date
  timeZone: string
}): string {
  const next = new Date(nextAt)
  const told = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LANGUAGE, { timeZone, ...options }).format(next)
  const time = told({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const days = dayNumberOf(next, timeZone) - dayNumberOf(now, timeZone)
  if (days <= 0) return say('The next one comes today at {time}.', { time })
  if (days === 1) return say('The next one comes tomorrow at {time}.', { time })
  const weekday = told({ weekday: 'long' })
  if (days < 7) return say('The next one comes on {weekday} at {time}.', { weekday, time })
  const day = told({ day: 'numeric', month: 'long' })
  return say('The next one comes on {weekday}, {day}, at {time}.', { weekday, day, time })
}

/** Days since 1970 on the calendar of a zone, so that two instants can be told apart by days. */
function dayNumberOf(at: Date, timeZone: string): number {
  // Canadian English writes dates as ISO does.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
