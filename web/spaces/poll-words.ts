// A poll while it is being made, and what is said of one. Pure.
import { fieldTime } from '#browser/field-time'
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { GivenPoll, Poll } from '#contract/polls'

/** As it stands in the form; kept with the draft of its post. */
export type PollDraft = {
  question: string
  options: string[]
  takesSeveral: boolean
  shows: GivenPoll['shows']
  /** In so many days, at a time of its own, or when its author closes it. */
  closes: '1' | '3' | '7' | '14' | 'at' | 'by-hand'
  /** On the clock of this device, as a field for date and time has it. */
  closesOn: string
}

export const OPTIONS_MAX = 10

export const EMPTY_POLL: PollDraft = {
  question: '',
  options: ['', ''],
  takesSeveral: false,
  shows: 'after-vote',
  closes: '3',
  closesOn: '',
}

/** Reads a draft that was kept; undefined where no poll was begun. */
export function readPollDraft(kept: string): PollDraft | undefined {
  if (kept === '') return undefined
  try {
    return { ...EMPTY_POLL, ...(JSON.parse(kept) as Partial<PollDraft>) }
  } catch {
    return EMPTY_POLL
  }
}

/** The draft of a poll that stands already, to be changed. */
export function draftOf({ question, options, takesSeveral, shows, closesAt }: Poll): PollDraft {
  const closesOn = closesAt === null ? '' : fieldTime(new Date(closesAt))
  return {
    ...{ question: question ?? '', options, takesSeveral, shows, closesOn },
    closes: closesAt === null ? 'by-hand' : 'at',
  }
}

/** Why it cannot be given yet, in a sentence. */
export function whyNotGive(draft: PollDraft): string | undefined {
  const options = filled(draft)
  if (options.length < 2) return say('A poll needs two options at least.')
  if (new Set(options).size < options.length) return say('Two options of the poll are the same.')
  if (draft.closes === 'at' && Number.isNaN(new Date(draft.closesOn).getTime())) {
    return say('Say when the poll closes, or choose another end.')
  }
  return undefined
}

/** What is sent. Days are counted on the calendar of this device, so that the hour stays when its clocks change. */
export function givenPoll(draft: PollDraft, now: Date): GivenPoll {
  const { takesSeveral, shows } = draft
  const question = draft.question.trim()
  const closesAt = closingTime(draft, now)
  return {
    options: filled(draft),
    ...{ takesSeveral, shows },
    ...(question !== '' && { question }),
    ...(closesAt !== undefined && { closesAt: closesAt.toISOString() }),
  }
}

function closingTime({ closes, closesOn }: PollDraft, now: Date): Date | undefined {
  if (closes === 'by-hand') return undefined
  if (closes === 'at') return new Date(closesOn)
  const then = new Date(now)
  then.setDate(then.getDate() + Number(closes))
  return then
}

function filled({ options }: PollDraft): string[] {
  return options.map((option) => option.trim()).filter((option) => option !== '')
}

const PERCENT = new Intl.NumberFormat(LANGUAGE, { style: 'percent', maximumFractionDigits: 0 })
const NUMBERS = new Intl.NumberFormat(LANGUAGE)

/** How many chose an option, and of all who answered which part that is. */
export function shareWords(count: number, answered: number): string {
  return answered === 0 ? '0' : `${NUMBERS.format(count)} (${PERCENT.format(count / answered)})`
}

export function answeredWords(answered: number): string {
  return say('{answered, plural, =0 {Nobody answered yet} other {# answered}}', { answered })
}
