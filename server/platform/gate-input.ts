// What comes in with a request: its query or its body, read within limits and parsed once by the contract.
import type { Context } from 'hono'
import { z } from 'zod'
import type { Language } from '#contract/language'
import { LOOK } from './looking.ts'
import { Refusal, refusal } from './refusal.ts'
import { asItStands, type Sentence, say, sentence, type Values } from './say.ts'

const BODY_BYTES_MAX = 256 * 1024
const FIELDS_MAX = 10

/** The values of a query, each a list where its name stands there more than once. */
export function queryOf(context: Context): Record<string, string | string[]> {
  const { [LOOK]: _, ...all } = context.req.queries()
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

/** The JSON of a request's body. @throws Refusal for anything else, and for too much of it */
export async function bodyOf(context: Context): Promise<unknown> {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(context)))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw refusal('invalid', 'not-json', 'The request is not JSON in UTF-8.')
  }
}

async function bytesOf(context: Context): Promise<ArrayBuffer | Uint8Array> {
  const tooLarge = () =>
    refusal('too-large', 'body-too-large', 'A request holds at most {most} kB.', {
      most: BODY_BYTES_MAX / 1024,
    })
  const length = context.req.header('content-length')
  if (Number(length ?? 0) > BODY_BYTES_MAX) throw tooLarge()
  // Node never reads past a stated length; to read at once spares every write the making of a web stream.
  if (length !== undefined) return context.req.arrayBuffer()
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of context.req.raw.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > BODY_BYTES_MAX) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * What was given, as the contract has it.
 * @param language of the sentences about wrong fields
 * @throws Refusal that names the first ten wrong fields
 */
export function parseInput(schema: z.ZodType, given: unknown, language: Language): unknown {
  if (holdsZero(given)) {
    throw refusal('invalid', 'wrong-input', 'The character U+0000 stands in no text. Take it out.')
  }
  const read = readInput(schema, given, language)
  if ('data' in read) return read.data
  throw new Refusal('invalid', 'wrong-input', { sentence: firstOf(read.fields), fields: read.fields })
}

export type Shape<T> = z.ZodType<T>
type Field = { path: string; sentence: string }

/** What was given as a shape has it, or the first ten fields that do not fit it, with sentences in a language. */
export function readInput<T>(
  schema: Shape<T>,
  given: unknown,
  language: Language,
): { data: T } | { fields: Field[] } {
  const own = new Set<string>()
  const parsed = schema.safeParse(given, { error: (issue) => wordsOfZod(issue, { language, own }) })
  if (parsed.success) return { data: parsed.data }
  const fields = parsed.error.issues.slice(0, FIELDS_MAX).map((issue) => ({
    path: issue.path.join('.'),
    // What Zod says by itself is said already, and may quote what was sent; the contract's words are messages.
    sentence: own.has(issue.message)
      ? issue.message
      : say(language, { message: issue.message, values: boundsOf(issue) }),
  }))
  return { fields }
}

function firstOf([first]: readonly Field[]): Sentence {
  if (first === undefined) return sentence('Wrong input.')
  if (first.path === '') return asItStands(first.sentence)
  return sentence('{sentence} ({path})', first)
}

const LOCALES = {
  de: z.locales.de(),
  en: z.locales.en(),
  es: z.locales.es(),
  fr: z.locales.fr(),
  ja: z.locales.ja(),
}

function wordsOfZod(
  issue: z.core.$ZodRawIssue,
  { language, own }: { language: Language; own: Set<string> },
): string | undefined {
  const said = LOCALES[language].localeError(issue)
  const words = typeof said === 'string' ? said : said?.message
  if (words !== undefined) own.add(words)
  return words
}

/** The bounds that a sentence of the contract may name. */
function boundsOf(issue: z.core.$ZodIssue): Values {
  const bounds: Record<string, number> = {}
  if ('minimum' in issue) bounds.minimum = Number(issue.minimum)
  if ('maximum' in issue) bounds.maximum = Number(issue.maximum)
  return bounds
}

/** Whether a text anywhere in an input holds U+0000, which the database does not take. */
function holdsZero(given: unknown): boolean {
  if (typeof given === 'string') return given.includes('\0')
  return typeof given === 'object' && given !== null && Object.values(given).some(holdsZero)
}
