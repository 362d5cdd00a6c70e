// A brief as a letter: the same cards as on the page, each with why, how long, its words and how to answer. Pure.
import type { Brief, Card } from '#contract/brief'
import type { Language } from '#contract/language'
import { type Sentence, say, sentence } from '#platform/say'
import { type LetterPart, type WrittenLetter, writtenLetter } from '#rooms/mail'
import { firstWords, plainWords, safeLine } from '#rooms/notices'
import type { ButtonAction } from './card-ways.ts'

export type CardLinks = {
  thread: string | undefined
  /** Undefined where mail cannot come in, or words do nothing. */
  answer: string | undefined
  buttons: readonly { action: ButtonAction; to: string }[]
}

export type BriefLetter = {
  brief: Pick<Brief, 'leftOut'>
  /** Those that the letter carries, in their order. */
  cards: readonly Card[]
  linksOf: ReadonlyMap<string, CardLinks>
  /** The card that a plain answer to the letter answers. */
  plainlyAnswered: Card | undefined
  page: string
  history: string
  settings: string
  stop: string
  language: Language
}

/** "Words (short)": what is longer is read in its thread. */
const WORDS_MAX = 90
const SUBJECT_WORDS_MAX = 12

export function briefLetter(letter: BriefLetter): WrittenLetter {
  const cards = letter.cards.map((card, index) => cardPart(letter, { card, number: index + 1 }))
  const parts = [introOf(letter), ...cards, ...leftOutPart(letter), footOf(letter)]
  return writtenLetter(subjectOf(letter), parts, letter.language)
}

function subjectOf({ cards, language, plainlyAnswered }: BriefLetter): string {
  const first = plainlyAnswered ?? cards[0]
  const line = firstWords(safeLine(first === undefined ? '' : lineOf(first)), SUBJECT_WORDS_MAX)
  const more = cards.length - 1
  return say(language, sentence('{line}{more, plural, =0 {} other {, and # more}}', { line, more }))
}

function lineOf({ words, line }: Card): string {
  return words === null ? line : `${words.author.name}: ${words.title ?? plainWords(words.body)}`
}

function introOf({ cards, language, page }: BriefLetter): LetterPart {
  const minutes = Math.max(1, Math.round(cards.reduce((sum, { seconds }) => sum + seconds, 0) / 60))
  return [
    {
      is: 'plain',
      text: say(
        language,
        sentence(
          'Your brief: {count, plural, one {# card} other {# cards}}, about {minutes, plural, one {a minute} other {# minutes}}.',
          { count: cards.length, minutes },
        ),
      ),
    },
    { is: 'link', text: say(language, sentence('The same on the page')), to: page },
  ]
}

type OneCard = { card: Card; number: number }

function cardPart(letter: BriefLetter, { card, number }: OneCard): LetterPart {
  const { language } = letter
  const head = sentence('{number}. {headline} · {seconds} s', {
    number,
    headline: card.headline,
    seconds: card.seconds,
  })
  return [
    { is: 'head', text: say(language, head) },
    ...(card.facts.length === 0 ? [] : [{ is: 'said', text: `${card.facts.join('. ')}.` } as const]),
    ...wordsOf(card, language),
    ...preparedLines(card, language),
    ...linkLines(letter, card),
  ]
}

function wordsOf({ words, prompt }: Card, language: Language): LetterPart {
  if (words === null) return prompt === null ? [] : [{ is: 'words', text: prompt }]
  const [author, space] = [safeLine(words.author.name), safeLine(words.space.name)]
  const by = sentence('{author}, {title, select, none {} other {{title}, }}in {space}:', {
    author,
    title: words.author.title === null ? 'none' : safeLine(words.author.title),
    space,
  })
  return [
    { is: 'said', text: say(language, by) },
    ...(words.title === null ? [] : [{ is: 'said', text: safeLine(words.title) } as const]),
    { is: 'words', text: firstWords(plainWords(words.body), WORDS_MAX) },
  ]
}

/** What a delegate prepared: always with their name, apart from what the author said. */
function preparedLines({ prepared }: Card, language: Language): LetterPart {
  if (prepared === null) return []
  const said = (message: Sentence, body: string): LetterPart => [
    { is: 'said', text: say(language, message) },
    { is: 'words', text: firstWords(plainWords(body), WORDS_MAX) },
  ]
  const { view, draft } = prepared
  const names = new Intl.ListFormat(language).format(prepared.by.map(({ name }) => safeLine(name)))
  return [
    { is: 'said', text: say(language, sentence('Prepared by {names}', { names })) },
    ...(view === null ? [] : said(sentence('{name}’s view:', { name: safeLine(view.by.name) }), view.body)),
    ...(draft === null
      ? []
      : said(
          sentence('An answer drafted by {name}, for you to send from the page:', {
            name: safeLine(draft.by.name),
          }),
          draft.body,
        )),
  ]
}

const BUTTON_WORDS: Readonly<Record<ButtonAction, Sentence>> = {
  'still-true': sentence('Still true'),
  thank: sentence('Thank'),
  save: sentence('Save'),
  later: sentence('Later'),
  'not-for-me': sentence('Not for me'),
}

function linkLines({ linksOf, language, plainlyAnswered }: BriefLetter, card: Card): LetterPart {
  const links = linksOf.get(card.key)
  if (links === undefined) throw new Error('a card of a letter has no links')
  const { thread, answer, buttons } = links
  const plainly = sentence('To answer this one, just reply to this letter.')
  const byMail = card.kind === 'reflect' ? sentence('Write it down by mail') : sentence('Answer by mail')
  return [
    ...(answer !== undefined && card === plainlyAnswered
      ? [{ is: 'plain', text: say(language, plainly) } as const]
      : []),
    ...(answer === undefined
      ? []
      : [{ is: 'link', text: say(language, byMail), to: `mailto:${answer}` } as const]),
    ...(thread === undefined
      ? []
      : [{ is: 'link', text: say(language, sentence('Read it all')), to: thread } as const]),
    ...buttons.map(({ action, to }) => ({
      is: 'link' as const,
      text: say(language, BUTTON_WORDS[action]),
      to,
    })),
  ]
}

function leftOutPart({ brief, language }: BriefLetter): LetterPart[] {
  const removed = brief.leftOut.flatMap(({ by, reason, line }) =>
    by === null ? [] : [{ by: safeLine(by.name), reason: safeLine(reason ?? ''), line: safeLine(line) }],
  )
  if (removed.length === 0) return []
  return [
    removed.map(({ by, reason, line }) => ({
      is: 'plain',
      text: say(language, sentence('Left out by {by}: “{line}”. Why: {reason}', { by, line, reason })),
    })),
  ]
}

function footOf({ language, history, settings, stop }: BriefLetter): LetterPart {
  return [
    { is: 'plain', text: say(language, sentence('That’s all. No card comes to you by letter twice.')) },
    { is: 'link', text: say(language, sentence('What earlier briefs left open')), to: history },
    { is: 'link', text: say(language, sentence('When and how your brief comes')), to: settings },
    { is: 'link', text: say(language, sentence('No more of these letters')), to: stop },
  ]
}
