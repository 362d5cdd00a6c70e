// What the brief says of itself: greeting, opening, ending and times, in short sentences in the second person.
import type { Brief, Card, CardAction } from '#contract/brief'

const SMALL_NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
]

const plurals = new Intl.PluralRules('en')

/** A count in words up to fifteen, in digits above, so that a sentence reads like one. */
function inWords(count: number): string {
  return SMALL_NUMBERS[count] ?? new Intl.NumberFormat('en').format(count)
}

/** `count` with the form of the noun that fits it: "one card", "four cards". */
export function counted(count: number, noun: { one: string; other: string }): string {
  return `${inWords(count)} ${plurals.select(count) === 'one' ? noun.one : noun.other}`
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

/** The greeting that fits a local hour of the day, 0 to 23. */
export function greetingAt(hour: number): string {
  if (hour >= 5 && hour < 12) return 'Good morning'
  if (hour >= 12 && hour < 18) return 'Good afternoon'
  return 'Good evening'
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
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}

/** "Seven things worth ten minutes. Three are from people you have not heard before." */
export function openingSentence(brief: Pick<Brief, 'cards' | 'secondsPlanned' | 'minutes'>): string {
  const minutes = Math.min(brief.minutes, Math.max(1, Math.ceil(brief.secondsPlanned / 60)))
  const things = counted(brief.cards.length, { one: 'thing', other: 'things' })
  const worth = counted(minutes, { one: 'minute', other: 'minutes' })
  const opening = `${capitalised(things)} worth ${worth}.`
  const unheard = brief.cards.filter((card) => card.kind === 'unheard').length
  if (unheard === 0) return opening
  if (brief.cards.length === 1) return `${opening} It is from somebody you have not heard before.`
  const from = unheard === 1 ? 'is from somebody' : 'are from people'
  return `${opening} ${capitalised(inWords(unheard))} ${from} you have not heard before.`
}

const DEEDS: [CardAction, (count: number) => string][] = [
  ['answer', (count) => `answered ${inWords(count)}`],
  ['ask-more', (count) => `asked ${inWords(count)} for more`],
  ['route', (count) => `routed ${inWords(count)}`],
  ['thank', (count) => `thanked ${counted(count, { one: 'person', other: 'people' })}`],
  ['save', (count) => `saved ${inWords(count)}`],
  [
    'reflect',
    (count) => (count === 1 ? 'wrote down a reflection' : `wrote down ${inWords(count)} reflections`),
  ],
  ['read', (count) => `read ${inWords(count)}`],
  ['later', (count) => `kept ${inWords(count)} for later`],
  ['not-for-me', (count) => `set ${inWords(count)} aside`],
]

/** What was done with the cards, in one sentence, or nothing when nothing was. */
export function deedsSentence(cards: Pick<Card, 'done'>[]): string | undefined {
  const deeds = DEEDS.flatMap(([action, say]) => {
    const count = cards.filter((card) => card.done === action).length
    return count === 0 ? [] : [say(count)]
  })
  if (deeds.length === 0) return undefined
  return `You ${new Intl.ListFormat('en', { type: 'conjunction' }).format(deeds)}.`
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
    new Intl.DateTimeFormat('en', { timeZone, ...options }).format(next)
  const time = told({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const days = dayNumberOf(next, timeZone) - dayNumberOf(now, timeZone)
  if (days <= 0) return `The next one comes today at ${time}.`
  if (days === 1) return `The next one comes tomorrow at ${time}.`
  const weekday = told({ weekday: 'long' })
  if (days < 7) return `The next one comes on ${weekday} at ${time}.`
  return `The next one comes on ${weekday}, ${told({ day: 'numeric', month: 'long' })}, at ${time}.`
}

/** Days since 1970 on the calendar of a zone, so that two instants can be told apart by days. */
function dayNumberOf(at: Date, timeZone: string): number {
  // Canadian English writes dates as ISO does.
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
