// What the product says, gathered from its sources, and the catalogues that hold it in other languages.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'oxc-parser'
import { Language } from '#contract/language'
import { documentWords } from './document-parts.ts'
import { boundMessagesIn, type Message, messagesIn, pageSpeakers, serverSpeakers } from './messages.ts'
import { type Catalogue, readCatalogue } from './spoken-parts.ts'

/** English stands in the sources. */
export type TranslatedLanguage = Exclude<Language, 'en'>

/** A message, and where it is said. */
export type Said = Pick<Message, 'key' | 'english'> & { path: string; line: number }

/** Every message of contract, page and server, and the places that say something which cannot be looked up. */
export function readMessages(root: string): { messages: Said[]; unreadable: string[] } {
  const messages: Said[] = documentWords.map((english) => ({
    key: english,
    english,
    path: 'web/index.html',
    line: 1,
  }))
  const unreadable: string[] = []
  for (const path of globSync('{contract,server,web}/**/*.{ts,tsx}', { cwd: root }).toSorted()) {
    if (SAYS_NOTHING.test(path)) continue
    const text = readFileSync(join(root, path), 'utf8')
    const found = readIn(path, text)
    const lineOf = (start: number) => text.slice(0, start).split('\n').length
    messages.push(
      ...found.messages.map(({ key, english, start }) => ({ key, english, path, line: lineOf(start) })),
    )
    unreadable.push(...found.unreadable.map(({ start }) => `${path}:${lineOf(start)}`))
  }
  return { messages, unreadable }
}

/** Tests, and what hands on what others say. */
const SAYS_NOTHING = /\.test\.tsx?$|^server\/testing\/|\/platform\/(say|refusal)\.ts$/

function readIn(path: string, text: string): ReturnType<typeof messagesIn> {
  const { program } = parseSync(path, text)
  if (path.startsWith('contract/')) return { messages: boundMessagesIn(program), unreadable: [] }
  return messagesIn(program, path.startsWith('web/') ? pageSpeakers : serverSpeakers)
}

/** The catalogues, by language. */
export function catalogued(): { language: TranslatedLanguage; catalogue: Catalogue }[] {
  return Language.exclude(['en']).options.map((language) => ({
    language,
    catalogue: readCatalogue(language),
  }))
}

/** Which keys a catalogue has no words for, and which of its keys nobody says. */
export function differenceOf(
  keys: ReadonlySet<string>,
  catalogue: Catalogue,
): { missing: string[]; superfluous: string[] } {
  return {
    missing: [...keys].filter((key) => !catalogue[key]).toSorted(),
    superfluous: Object.keys(catalogue).filter((key) => !keys.has(key)),
  }
}
