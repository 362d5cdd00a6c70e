// What the product says, in the language of the page. The English sentence is the key of each catalogue in
// `languages/`, so it is written out where it is said.
import compile from 'icu-minify/compile'
import format, { type FormatOptions, type FormatValues } from 'icu-minify/format'
import type { ReactNode } from 'react'
import { LANGUAGE } from './language.ts'

type Values = Record<string, string | number | Date>
type Parts = FormatValues<ReactNode>

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
 * A sentence with marked parts: `sayWith('Read <way>the rest</way>.', { way: (words) => <a …>{words}</a> })`.
 * @param values what stands for its `{names}`, and what is made of what stands between `<marks>`
 */
export function sayWith(message: string, values: Parts): ReactNode {
  return format(compile(message), LANGUAGE, values, OPTIONS)
}
