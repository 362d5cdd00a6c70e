// What the product says, in the language of whoever reads it. The English sentence is the key of each catalogue in
// `languages/`, so it is written out where it is said.
import compile from 'icu-minify/compile'
import format, { type FormatOptions } from 'icu-minify/format'
import type { Language } from '#contract/language'

export type Values = Readonly<Record<string, string | number>>

/** A sentence that is not said yet, as rules give it: whoever knows the reader says it. */
export type Sentence = { readonly message: string; readonly values?: Values }

const OPTIONS: FormatOptions = {
  formatters: {
    getDateTimeFormat: (...words) => new Intl.DateTimeFormat(...words),
    getNumberFormat: (...words) => new Intl.NumberFormat(...words),
    getPluralRules: (...words) => new Intl.PluralRules(...words),
  },
}

/**
 * A sentence for later.
 * @param message English, in ICU MessageFormat, written out as one literal
 * @param values what stands for its `{names}`
 */
export function sentence(message: string, values?: Values): Sentence {
  return values === undefined ? { message } : { message, values }
}

/** What a sentence is in a language. */
export function say(language: Language, { message, values = {} }: Sentence): string {
  return String(format(compile(message), language, { ...values }, OPTIONS))
}
