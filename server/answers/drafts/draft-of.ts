// What of a forwarded thread is the question, and what its answer. Pure.
import { type Forward, type ForwardedLetter, textToMarkdown } from '#rooms/mail'
import { asks, isThanks, mayAnswer, onlyAsks, sentencesOf } from './asks.ts'
import { maskAddresses } from './mask-addresses.ts'

export type DraftWords = {
  /** Plain text. Nobody's address is in this or any of the others. */
  title: string | undefined
  /** Markdown, as is the answer. */
  question: string
  answer: string | undefined
  /** By whom the answer is; undefined where it is the sender's own, or where the thread names nobody. */
  answeredBy: string | undefined
  /** What the sender wrote above the thread, where it became neither. */
  note: string | undefined
}

const TITLE_CHARACTERS_MAX = 150
/** As long as a post may be. */
const BODY_CHARACTERS_MAX = 20_000

/**
 * The earliest letter that asks is the question, and the latest one after it that answers is the answer: the sender's
 * own, if there is one.
 */
export function draftOf({ title, own, letters }: Forward): DraftWords {
  const thread = letters.toReversed()
  const asked = thread.findIndex(({ words }) => asks(words))
  // Where nobody below asks, the sender does, about what they forward.
  if (asked === -1 && asks(own))
    return masked({ title, question: own, about: letters[0]?.words, own: undefined })
  const place = Math.max(0, asked)
  const question = thread[place]?.words ?? own
  const answer = answerAmong(thread.slice(place + 1), { own, asker: thread[place] })
  if (answer === undefined && asks(own))
    return masked({ title, question: `${own}\n\n${question}`, own: undefined })
  return masked({ title, question, answer, own: answer?.words === own ? undefined : own })
}

type Asked = { own: string; asker: ForwardedLetter | undefined }

function answerAmong(later: readonly ForwardedLetter[], { own, asker }: Asked): ForwardedLetter | undefined {
  const answering = later.filter(
    (letter) => !isBySame(letter, asker) && !isThanks(letter.words) && !onlyAsks(letter.words),
  )
  const senders = answering.findLast(({ isSenders }) => isSenders)
  if (senders !== undefined) return senders
  return mayAnswer(own) ? { name: undefined, isSenders: true, words: own } : answering.at(-1)
}

function isBySame(one: ForwardedLetter, other: ForwardedLetter | undefined): boolean {
  if (other === undefined) return false
  if (one.isSenders || other.isSenders) return one.isSenders && other.isSenders
  return one.name !== undefined && one.name === other.name
}

type Chosen = {
  title: string | undefined
  question: string
  /** What the question is about, as a quote below it. */
  about?: string | undefined
  answer?: ForwardedLetter | undefined
  own: string | undefined
}

function masked({ title, question, about, answer, own }: Chosen): DraftWords {
  const line = title ?? sentencesOf(question).find(asks) ?? sentencesOf(question)[0]
  const answeredBy = answer?.isSenders === false ? answer.name : undefined
  return {
    title: line === undefined ? undefined : shortened(maskAddresses(line)),
    question: fitted(
      about === undefined ? asMarkdown(question) : `${asMarkdown(question)}\n\n${quoted(about)}`,
    ),
    answer: answer && fitted(asMarkdown(answer.words)),
    answeredBy: answeredBy && maskAddresses(answeredBy),
    note: own === undefined || own === '' ? undefined : maskAddresses(own),
  }
}

function shortened(line: string): string {
  if (line.length <= TITLE_CHARACTERS_MAX) return line
  return `${line
    .slice(0, TITLE_CHARACTERS_MAX - 1)
    .toWellFormed()
    .trimEnd()}…`
}

function asMarkdown(words: string): string {
  return textToMarkdown(maskAddresses(words)).trim()
}

function quoted(words: string): string {
  return asMarkdown(words)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}

function fitted(markdown: string): string {
  if (markdown.length <= BODY_CHARACTERS_MAX) return markdown
  return `${markdown.slice(0, BODY_CHARACTERS_MAX - 2).toWellFormed()} …`
}
