// From what somebody typed into the search to what they ask. Whatever is not understood is words; nothing is an error.
// Pure: who is asking, and when, is given.

export const POST_KINDS = ['note', 'question', 'reply'] as const
export const HOLDINGS = ['file', 'image', 'link', 'reaction', 'reply'] as const
export type AskedKind = (typeof POST_KINDS)[number]
export type Holding = (typeof HOLDINGS)[number]

export type AskedWord = {
  /** As typed, without quotes, star and minus. */
  text: string
  form: 'word' | 'phrase' | 'beginning'
  isExcluded: boolean
}

/** From an instant on, until before another; undefined is open. */
export type Span = { from: Temporal.Instant | undefined; until: Temporal.Instant | undefined }

export type AskedFilter =
  | { operator: 'from' | 'in' | 'topic'; value: string }
  | { operator: 'kind'; value: AskedKind }
  | { operator: 'has'; value: Holding }
  | { operator: 'before' | 'after' | 'on'; value: string; span: Span }

export type AskedQuery = { words: AskedWord[]; filters: AskedFilter[] }

export type Asking = { now: Temporal.Instant; timeZone: string }

const WORDS_MAX = 16
const FILTERS_MAX = 12
const QUOTES = '"“”„«»'
// A word, or something in quotes, each perhaps with a minus or an operator before it.
const PIECE = new RegExp(
  `(?<minus>-)?(?:(?<operator>[a-z]+):)?(?:[${QUOTES}](?<quoted>[^${QUOTES}]*)[${QUOTES}]|(?<plain>[^\\s${QUOTES}]+))`,
  'giu',
)

/** Takes apart what was typed: words, phrases in quotes, beginnings with a star, excluded ones, and operators. */
export function parseQuery(typed: string, asking: Asking): AskedQuery {
  const query: AskedQuery = { words: [], filters: [] }
  for (const { groups } of typed.matchAll(PIECE)) {
    const { minus, operator, quoted, plain } = groups ?? {}
    const value = (quoted ?? plain ?? '').trim()
    const filter =
      minus === undefined && operator !== undefined ? filterOf({ operator, value }, asking) : undefined
    if (filter !== undefined) {
      if (query.filters.length < FILTERS_MAX) query.filters.push(filter)
      continue
    }
    const word = wordOf({ value, operator, isQuoted: quoted !== undefined, isExcluded: minus !== undefined })
    if (word !== undefined && query.words.length < WORDS_MAX) query.words.push(word)
  }
  return query
}

type Piece = { value: string; operator: string | undefined; isQuoted: boolean; isExcluded: boolean }

function wordOf({ value, operator, isQuoted, isExcluded }: Piece): AskedWord | undefined {
  const text = operator === undefined ? value : `${operator}:${value}`
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined
  if (isQuoted) return { text, form: 'phrase', isExcluded }
  if (/[\p{L}\p{N}\p{M}]\*$/u.test(text)) return { text: text.slice(0, -1), form: 'beginning', isExcluded }
  return { text, form: 'word', isExcluded }
}

function filterOf(
  { operator, value }: { operator: string; value: string },
  asking: Asking,
): AskedFilter | undefined {
  const name = operator.toLowerCase()
  if (value === '') return undefined
  if (name === 'from' || name === 'in') return { operator: name, value }
  if (name === 'topic') {
    const topic = value.replace(/^#/, '').toLowerCase()
    return topic === '' ? undefined : { operator: name, value: topic }
  }
  if (name === 'kind') {
    const kind = POST_KINDS.find((each) => each === value.toLowerCase())
    return kind && { operator: name, value: kind }
  }
  if (name === 'has') {
    const holding = HOLDINGS.find((each) => each === value.toLowerCase())
    return holding && { operator: name, value: holding }
  }
  if (name === 'before' || name === 'after' || name === 'on') {
    const span = spanOf(name, value.toLowerCase(), asking)
    return span && { operator: name, value: value.toLowerCase(), span }
  }
  return undefined
}

function spanOf(operator: 'before' | 'after' | 'on', value: string, asking: Asking): Span | undefined {
  const ago = /^(\d{1,4})d$/.exec(value)?.[1]
  if (ago !== undefined && operator === 'after') {
    return { from: asking.now.subtract({ hours: 24 * Number(ago) }), until: undefined }
  }
  const days =
    ago === undefined ? daysOf(value, asking) : oneDay(today(asking).subtract({ days: Number(ago) }))
  if (days === undefined) return undefined
  const from = startOf(days.first, asking)
  const until = startOf(days.next, asking)
  if (operator === 'on') return { from, until }
  return operator === 'before' ? { from: undefined, until: from } : { from: until, until: undefined }
}

type Days = { first: Temporal.PlainDate; next: Temporal.PlainDate }

/** A year, a month, a day, today or yesterday. */
function daysOf(value: string, asking: Asking): Days | undefined {
  if (value === 'today') return oneDay(today(asking))
  if (value === 'yesterday') return oneDay(today(asking).subtract({ days: 1 }))
  const [, year, month, day] = /^((?:19|2\d)\d\d)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(value) ?? []
  if (year === undefined) return undefined
  try {
    const first = Temporal.PlainDate.from(`${year}-${month ?? '01'}-${day ?? '01'}`, { overflow: 'reject' })
    if (day !== undefined) return oneDay(first)
    return { first, next: first.add(month === undefined ? { years: 1 } : { months: 1 }) }
  } catch {
    return undefined
  }
}

function oneDay(first: Temporal.PlainDate): Days {
  return { first, next: first.add({ days: 1 }) }
}

function today({ now, timeZone }: Asking): Temporal.PlainDate {
  return now.toZonedDateTimeISO(timeZone).toPlainDate()
}

function startOf(day: Temporal.PlainDate, { timeZone }: Asking): Temporal.Instant {
  return day.toZonedDateTime(timeZone).toInstant()
}
