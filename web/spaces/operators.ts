// The operators of a search, as the page teaches, completes and shows them. The server understands them; here they are
// only found in what is typed and written into it. Pure.
import { say } from '#browser/say'

export type OperatorName = 'from' | 'in' | 'topic' | 'kind' | 'has' | 'before' | 'after' | 'on'

type Operator = { name: OperatorName; hint: string; example: string; values?: readonly string[] }

export const OPERATORS: readonly Operator[] = [
  { name: 'from', hint: say('who said it'), example: 'from:marta' },
  { name: 'in', hint: say('in which space'), example: 'in:"Line 3"' },
  { name: 'topic', hint: say('what it names with #'), example: 'topic:scrap' },
  {
    name: 'kind',
    hint: say('note, question or reply'),
    example: 'kind:question',
    values: ['note', 'question', 'reply'],
  },
  {
    name: 'has',
    hint: say('what comes with it'),
    example: 'has:file',
    values: ['file', 'image', 'link', 'reaction', 'reply'],
  },
  { name: 'after', hint: say('since when'), example: 'after:7d', values: ['7d', '30d', '365d'] },
  { name: 'before', hint: say('until when'), example: 'before:2026-03' },
  {
    name: 'on',
    hint: say('on which day, in which month'),
    example: 'on:yesterday',
    values: ['today', 'yesterday'],
  },
]

/** An operator in what is typed, and where it stands there. */
export type Typed = { name: OperatorName; value: string; start: number; end: number }

const TYPED = /(?<![^\s])([a-z]+):(?:["“”„«»]([^"“”„«»]*)["“”„«»]|([^\s"“”„«»]+))/giu

/** The operators that are typed, each with its value. */
export function operatorsIn(query: string): Typed[] {
  return Array.from(query.matchAll(TYPED)).flatMap(
    ({ 0: all, 1: given = '', 2: quoted, 3: plain, index }) => {
      const operator = OPERATORS.find(({ name }) => name === given.toLowerCase())
      const value = (quoted ?? plain ?? '').trim()
      return operator === undefined || value === ''
        ? []
        : [{ name: operator.name, value, start: index, end: index + all.length }]
    },
  )
}

/** What is typed without one of its operators. */
export function withoutOperator(query: string, { start, end }: Typed): string {
  return `${query.slice(0, start).trimEnd()} ${query.slice(end).trimStart()}`.trim()
}

/** What is typed with an operator set to a value, or without it where the value is empty. */
export function withOperator(query: string, name: OperatorName, value: string): string {
  const others = operatorsIn(query)
    .filter((each) => each.name === name)
    .reduceRight(withoutOperator, query)
  return value === '' ? others : `${others} ${written(name, value)}`.trim()
}

/** An operator as one types it; values of several words stand in quotes. */
export function written(name: OperatorName, value: string): string {
  const plain = value.replace(/["“”„«»]/g, ' ').trim()
  return /\s/.test(plain) ? `${name}:"${plain}"` : `${name}:${plain}`
}

/** The operator that is being typed at the end, with as much of its value as there is; undefined within words. */
export function unfinished(query: string): { name: OperatorName; value: string; start: number } | undefined {
  const [, before = '', given = '', value = ''] =
    /^(.*?(?:^|\s))([a-z]+):["“”„«»]?([^"“”„«»:]*)$/isu.exec(query) ?? []
  const operator = OPERATORS.find(({ name }) => name === given.toLowerCase())
  // A value without quotes ends with its word.
  if (operator === undefined || (/\s/.test(value) && !/["“”„«»]/.test(query.slice(before.length))))
    return undefined
  return { name: operator.name, value, start: before.length }
}

/** The operators whose name is begun at the end: `fr` may become `from:`. */
export function begun(query: string): readonly Operator[] {
  const word = /(?:^|\s)([a-z]+)$/iu.exec(query)?.[1]?.toLowerCase()
  return word === undefined ? [] : OPERATORS.filter(({ name }) => name.startsWith(word))
}

/** What is typed with its last word replaced. */
export function replaceEnd(query: string, start: number, replacement: string): string {
  return `${query.slice(0, start)}${replacement}`
}
