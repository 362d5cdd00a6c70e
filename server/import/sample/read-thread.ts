// Reads one conversation of the sample company.
import { PostKind, ReactionKind } from '#contract/said'
import type { Whereabouts } from '../archive.ts'
import { type Cell, listIn, neededText, oneOf, yesIn } from './cells.ts'
import { mentionsIn } from './mentions.ts'
import { type Piece, piecesOf } from './pieces.ts'
import type {
  Complain,
  SampleReply,
  SampleStanding,
  SampleThread,
  SampleTime,
  SampleWords,
} from './sample.ts'

const OF_ALL = ['by', 'at', 'files', ...ReactionKind.options]
const OF_A_POST = [...OF_ALL, 'title', 'kind', 'pinned', 'answer', 'review', 'wants', 'served']
const OF_A_REPLY = [...OF_ALL, 'answers']
const TITLE_CHARACTERS_MAX = 300
const BODY_CHARACTERS_MAX = 20_000
/** `-12 22:40`: twelve days before today, at twenty to eleven at night. */
const TIME = /^-(\d{1,3}) (\d{2}:\d{2})$/
const DAYS = /^-?\d{1,3}$/
/** How replies name the post. */
const THE_POST = 'r0'

type Source = { file: string; text: string; spaceKey: string; slug: string; complain: Complain }

/** The thread of a file; undefined, after a complaint, when it holds nothing at all. */
export function readThread({ file, text, spaceKey, slug, complain }: Source): SampleThread | undefined {
  const [post, ...replies] = piecesOf({ file, text, complain })
  if (post === undefined) return undefined
  const key = `${spaceKey}/${slug}`
  refuseStrange(post, OF_A_POST, complain)
  const title = cellOf(post, 'title', complain)
  const kind = cellOf(post, 'kind', complain)
  return {
    ...wordsOf(post, key, complain),
    spaceKey,
    title: title.text === '' ? undefined : neededText(title, TITLE_CHARACTERS_MAX),
    kind: kind.text === '' ? 'note' : oneOf(kind, PostKind.options as ['note', 'question']),
    isPinned: yesIn(cellOf(post, 'pinned', complain)),
    standing: standingOf(post, complain),
    replies: repliesOf(replies, key, complain),
  }
}

function standingOf(post: Piece, complain: Complain): SampleStanding {
  const answer = cellOf(post, 'answer', complain).text
  const review = cellOf(post, 'review', complain)
  if (review.text !== '' && !DAYS.test(review.text)) {
    complain(review.where, `review is "${review.text}". Write days from today, such as "9" or "-3".`)
  }
  return {
    answerId: answer === '' ? undefined : answer,
    reviewInDays: review.text === '' ? undefined : Number(review.text),
    waitingKeys: listIn(cellOf(post, 'wants', complain).text),
    servedKeys: listIn(cellOf(post, 'served', complain).text),
  }
}

function repliesOf(pieces: readonly Piece[], threadKey: string, complain: Complain): SampleReply[] {
  const known = new Set([THE_POST])
  return pieces.map((piece) => {
    const id = piece.replyId ?? ''
    refuseStrange(piece, OF_A_REPLY, complain)
    if (known.has(id)) complain(piece.where, `There is a reply ${id} already.`)
    const answers = cellOf(piece, 'answers', complain)
    if (answers.text !== '' && !known.has(answers.text)) {
      complain(answers.where, `No reply above is called ${answers.text}.`)
    }
    known.add(id)
    const answersId = answers.text === '' || answers.text === THE_POST ? undefined : answers.text
    return { ...wordsOf(piece, `${threadKey} ${id}`, complain), id, answersId }
  })
}

function wordsOf(piece: Piece, key: string, complain: Complain): SampleWords {
  const body = neededText(
    { name: 'The text', text: piece.body, where: bodyWhere(piece), complain: unlessEmpty(piece, complain) },
    BODY_CHARACTERS_MAX,
  )
  return {
    key,
    byKey: neededText(cellOf(piece, 'by', complain), 100),
    at: timeIn(cellOf(piece, 'at', complain)),
    body,
    mentionKeys: mentionsIn(body),
    reactions: ReactionKind.options.flatMap((kind) =>
      listIn(cellOf(piece, kind, complain).text).map((personKey) => ({ kind, personKey })),
    ),
    fileNames: listIn(cellOf(piece, 'files', complain).text),
    where: piece.where,
  }
}

/** That there are no words was said already. */
function unlessEmpty({ body }: Piece, complain: Complain): Complain {
  return body === '' ? () => {} : complain
}

function bodyWhere({ where, bodyLine }: Piece): Whereabouts {
  return { file: where.file, line: bodyLine }
}

function cellOf({ fields, where }: Piece, name: string, complain: Complain): Cell {
  const field = fields.get(name)
  return { name, text: field?.text ?? '', where: field?.where ?? where, complain }
}

function refuseStrange({ fields }: Piece, allowed: readonly string[], complain: Complain): void {
  for (const [name, { where }] of fields) {
    if (!allowed.includes(name))
      complain(where, `"${name}" means nothing here. There are: ${allowed.join(', ')}.`)
  }
}

const NO_TIME: SampleTime = { daysBefore: 0, clock: Temporal.PlainTime.from('00:00') }

function timeIn({ text, where, complain }: Cell): SampleTime {
  const [, days, clock] = TIME.exec(text) ?? []
  if (days !== undefined && clock !== undefined && isClock(clock)) {
    return { daysBefore: Number(days), clock: Temporal.PlainTime.from(clock) }
  }
  complain(where, `at is "${text}". Write days before today and the clock, such as "-12 22:40".`)
  return NO_TIME
}

function isClock(text: string): boolean {
  const [hours = 99, minutes = 99] = text.split(':').map(Number)
  return hours < 24 && minutes < 60
}
