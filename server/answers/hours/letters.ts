// Letters of office hours, to those who queued a question: other times, cancelled, or set aside with the reason.
import type { Language } from '#contract/language'
import { asItStands, moment, type Sentence, say, sentence } from '#platform/say'

type Words = { subject: string; text: string }
export type Reader = { language: Language; timeZone: string | null }

export type ToldHours = {
  theme: string
  host: string
  beginsAt: Temporal.Instant
  isCancelled: boolean
  address: string
}

export function changedLetter({ language, timeZone }: Reader, hours: ToldHours): Words {
  const { theme, host, isCancelled, address } = hours
  const on = moment(hours.beginsAt, {
    ...({ weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' } as const),
    ...({ timeZone: timeZone ?? 'UTC', timeZoneName: 'short', hourCycle: 'h23' } as const),
  })
  return isCancelled
    ? letter(language, sentence('Cancelled: office hours on “{theme}”', { theme }), [
        sentence('The office hours of {host} on “{theme}” do not take place.', { host, theme }),
        sentence('What you asked stays an open question in its space: {address}', { address }),
      ])
    : letter(language, sentence('Moved: office hours on “{theme}”', { theme }), [
        sentence('The office hours of {host} on “{theme}” begin on {on}.', { host, theme, on }),
        sentence('Your question stays in the queue: {address}', { address }),
      ])
}

type SetAside = { theme: string; by: string; line: string; reason: string; address: string }

export function setAsideLetter({ language }: Reader, told: SetAside): Words {
  const { theme, by, line, reason, address } = told
  return letter(language, sentence('Your question for “{theme}” was set aside', { theme }), [
    sentence('You asked: {line}', { line }),
    sentence('{by} set it aside, with a reason that other readers of the queue do not see:', { by }),
    asItStands(reason),
    sentence('It stays an open question in its space, for anybody to answer: {address}', { address }),
  ])
}

function letter(language: Language, subject: Sentence, paragraphs: readonly Sentence[]): Words {
  const text = paragraphs.map((each) => say(language, each)).join('\n\n')
  return { subject: say(language, subject), text: `${text}\n` }
}
