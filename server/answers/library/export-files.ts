// The files of an export: one a question, and what leads to them. Pure.
import type { Language } from '#contract/language'
import type { Exported } from './exported.ts'

/** What an export needs to know beside the answers: where the network is, and which day it is for whoever reads it. */
export type Export = {
  baseUrl: string
  today: string
  language: Language
  /** There are more answers than are in it. */
  isCut: boolean
}
export type ExportFile = { path: string; text: string }

/** How the files of a format are made of a question, and of all that were listed. */
export type Writing = {
  fileOf: (given: Exported, path: string) => string
  listsOf: (listed: readonly Listed[]) => ExportFile[]
  ending: string
}

/** A question as lists of an export name it. */
export type Listed = Pick<
  Exported,
  'line' | 'space' | 'topics' | 'answeredBy' | 'answeredOn' | 'reviewOn'
> & {
  path: string
}

/** One after the other, as the answers are read; the lists come last. */
export async function* filesOf(
  answers: AsyncIterable<Exported>,
  writing: Writing,
): AsyncIterable<ExportFile> {
  const listed: Listed[] = []
  for await (const given of answers) {
    const path = `answers/${slugOf(given.line)}-${given.postId.slice(-12)}.${writing.ending}`
    const { line, space, topics, answeredBy, answeredOn, reviewOn } = given
    listed.push({ line, space, topics, answeredBy, answeredOn, reviewOn, path })
    yield { path, text: writing.fileOf(given, path) }
  }
  yield* writing.listsOf(listed)
}

/** An answer is out of date from the day after the one on which it was to be looked at. */
export function isOver({ reviewOn }: Pick<Exported, 'reviewOn'>, { today }: Pick<Export, 'today'>): boolean {
  return reviewOn !== null && reviewOn < today
}

const SLUG_CHARACTERS_MAX = 60

/** A line as the name of a file, on every system: small letters, digits and hyphens. */
export function slugOf(line: string): string {
  const plain = line
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_CHARACTERS_MAX)
    .replaceAll(/^-+|-+$/g, '')
  return plain === '' ? 'question' : plain
}

/** Words as they read outside Foyer: people and groups by their names, and its own addresses in full. */
export function wordsOutside(markdown: string, { baseUrl }: Pick<Export, 'baseUrl'>): string {
  return markdown
    .replaceAll(/@\[((?:[^\]\\]|\\.)*)\]\((?:person|group):[\da-f-]{36}\)/g, '@$1')
    .replaceAll(/\]\(file:([\da-f-]{36})\)/g, `](${baseUrl}/files/$1/file)`)
    .replaceAll(/\]\(\/(?!\/)/g, `](${baseUrl}/`)
}

/** Lists by what they stand under, in the order of its name. */
export function grouped(listed: readonly Listed[], namesOf: (each: Listed) => readonly string[]) {
  const groups = new Map<string, Listed[]>()
  for (const each of listed)
    for (const name of namesOf(each)) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [each])
      else group.push(each)
    }
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b))
}
