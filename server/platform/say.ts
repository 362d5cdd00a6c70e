// What the product says, in the language of whoever reads it. The English sentence is the key of each catalogue in
// `languages/`, so it is written out where it is said.
import { existsSync, readFileSync } from 'node:fs'
import compile from 'icu-minify/compile'
import format, { type FormatOptions } from 'icu-minify/format'
import { z } from 'zod'
import type { Language } from '#contract/language'

/** A day or a time that is told as the reader's language tells it, on the clocks of a zone. */
type Moment = { readonly at: string; readonly timeZone: string; readonly shown: Intl.DateTimeFormatOptions }

export type Values = Readonly<Record<string, string | number | Sentence | Moment>>

/** A sentence that is not said yet, as rules give it: whoever knows the reader says it. */
export type Sentence = { readonly message: string; readonly values?: Values }

/**
 * A sentence for later.
 * @param message English, in ICU MessageFormat, written out as one literal
 * @param values what stands for its `{names}`
 */
export function sentence(message: string, values?: Values): Sentence {
  return values === undefined ? { message } : { message, values }
}

/** A moment as a value: `Thursday, 5 March`, say. */
export function moment(
  at: Temporal.Instant,
  { timeZone, ...shown }: Intl.DateTimeFormatOptions & { timeZone: string },
): Moment {
  return { at: at.toString(), timeZone, shown }
}

/** Words that are the same in every language, such as a name. */
export function asItStands(words: string): Sentence {
  return { message: '{words}', values: { words } }
}

/** A sentence as one text, for a column of texts. Without values it is the English itself, which anybody can read. */
export function writtenDown(sentence: Sentence): string {
  return sentence.values === undefined ? sentence.message : JSON.stringify(sentence)
}

/** The same back from that text; whatever else stands there was kept as plain words. */
export function readBack(text: string): Sentence {
  return text.startsWith('{"message":') ? (JSON.parse(text) as Sentence) : { message: text }
}

/** What a sentence is in a language; English as long as nobody has put it into that one. */
export function say(language: Language, { message, values = {} }: Sentence): string {
  const translated = language === 'en' ? '' : (catalogueOf(language)[message] ?? '')
  // A translation that cannot be said must not take a reply with it, nor may a message that was kept long ago.
  const said = translated === '' ? undefined : inWords(language, { message: translated, values })
  return said ?? inWords('en', { message, values }) ?? message
}

type Compiled = ReturnType<typeof compile>
type Catalogue = Readonly<Record<string, string>>

const CATALOGUES = new URL('../../languages/', import.meta.url)
const catalogues = new Map<Language, Catalogue>()
const compiled = new Map<string, Compiled>()
/** Messages are literals of the source, so there are only so many; what is kept from earlier versions adds a few. */
const COMPILED_MAX = 20_000

function catalogueOf(language: Language): Catalogue {
  const known = catalogues.get(language)
  if (known !== undefined) return known
  const path = new URL(`${language}.json`, CATALOGUES)
  const read = existsSync(path)
    ? z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(path, 'utf8')))
    : {}
  catalogues.set(language, read)
  return read
}

function inWords(language: Language, { message, values }: Required<Sentence>): string | undefined {
  try {
    const given = Object.entries(values).map(([name, value]) => [name, valueIn(language, value)])
    return String(format(compiledOf(message), language, Object.fromEntries(given), OPTIONS))
  } catch {
    return undefined
  }
}

function valueIn(language: Language, value: Values[string]): string | number {
  if (typeof value !== 'object') return value
  if ('message' in value) return say(language, value)
  const { at, timeZone, shown } = value
  const formatter = OPTIONS.formatters.getDateTimeFormat(regionOf(language), { ...shown, timeZone })
  return formatter.format(Temporal.Instant.from(at).epochMilliseconds)
}

/** Days and times in English are told with the day first, as everywhere in Foyer. */
function regionOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}

function compiledOf(message: string): Compiled {
  const known = compiled.get(message)
  if (known !== undefined) return known
  const fresh = compile(message)
  if (compiled.size < COMPILED_MAX) compiled.set(message, fresh)
  return fresh
}

const OPTIONS: FormatOptions = {
  formatters: {
    getDateTimeFormat: remembered((...words) => new Intl.DateTimeFormat(...words)),
    getNumberFormat: remembered((...words) => new Intl.NumberFormat(...words)),
    getPluralRules: remembered((...words) => new Intl.PluralRules(...words)),
  },
}

/** To make a formatter costs far more than to use it, and a digest uses the same ones for everybody. */
function remembered<Words extends unknown[], Formatter>(make: (...words: Words) => Formatter) {
  const made = new Map<string, Formatter>()
  return (...words: Words): Formatter => {
    const key = JSON.stringify(words)
    const formatter = made.get(key) ?? make(...words)
    made.set(key, formatter)
    return formatter
  }
}
