// What the product says, in the language of the page. The English sentence is the key of each catalogue in
// `languages/`, so it is written out where it is said.
import compile from 'icu-minify/compile'
import format, { type FormatOptions, type FormatValues } from 'icu-minify/format'
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react'
import { LANGUAGE } from './language.ts'

type Values = Record<string, string | number | Date>

const OPTIONS: FormatOptions = {
  formatters: {
    getDateTimeFormat: (...words) => new Intl.DateTimeFormat(...words),
    getNumberFormat: (...words) => new Intl.NumberFormat(...words),
    getPluralRules: (...words) => new Intl.PluralRules(...words),
  },
}

/**
 * A sentence of the product.
 * @param message English, in ICU MessageFormat, written out as one literal: the build looks it up and compiles it
 * @param values what stands for its `{names}`
 */
export function say(message: string, values?: Values): string {
  return String(format(compile(message), LANGUAGE, values, OPTIONS))
}

/**
 * The same for English that means several things: `sayAs('of a space', 'Open')`.
 * @param _context what it is said of, in a few words for whoever translates it
 */
export function sayAs(_context: string, message: string, values?: Values): string {
  return say(message, values)
}

/**
 * A sentence with parts that are more than words: `sayWith('Read <way>the rest</way>, {when}.', { way: (words) =>
 * <a …>{words}</a>, when: <When at={at} /> })`.
 * @param values what stands for its `{names}`, elements included, and what is made of what stands between `<marks>`
 */
export function sayWith(message: string, values: Record<string, Part>): ReactNode {
  const elements: ReactNode[] = []
  const put = (part: Part): FormatValues<ReactNode>[string] => {
    if (typeof part === 'function') return (words) => part(withElements(words, elements))
    if (typeof part === 'string' || typeof part === 'number') return part
    return PLACE + String.fromCharCode(FIRST_PLACE + elements.push(part) - 1)
  }
  const given = Object.fromEntries(Object.entries(values).map(([name, part]) => [name, put(part)]))
  const said = format(compile(message), LANGUAGE, given, OPTIONS)
  return withElements(Array.isArray(said) ? said : [said], elements)
}

type Part = string | number | ReactElement | null | ((words: ReactNode) => ReactNode)

/** Before the number of an element, in the place where it will stand: signs that nobody writes. */
const PLACE = '\ue000'
const FIRST_PLACE = 0xe100

function withElements(words: readonly ReactNode[], elements: readonly ReactNode[]): ReactNode {
  const parts = words.flatMap((each) => {
    if (typeof each !== 'string') return [each]
    const [first, ...rest] = each.split(PLACE)
    return [first, ...rest.flatMap((piece) => [elements[piece.charCodeAt(0) - FIRST_PLACE], piece.slice(1)])]
  })
  return createElement(Fragment, null, ...parts)
}
