// A part of the build: puts what the page says into its language, compiled, so that the page carries one language and
// nothing that reads messages.
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import compile from 'icu-minify/compile'
import type { Plugin } from 'vite'
import type { Language } from '#contract/language'
import { type Message, messagesIn, pageSpeakers } from './messages.ts'

/** What a catalogue holds: keys, and what they are in its language. */
export type Catalogue = Readonly<Record<string, string>>

type Compiled = ReturnType<typeof compile>
type Edit = { start: number; end: number; text: string }

const root = join(import.meta.dirname, '..')
const OWN = /\/web\/.*\.tsx?$/
const SAY = '/web/platform/say.ts'
/** What reads messages while it runs. The page gets in its stead what hands on those that are compiled already. */
const COMPILER = 'icu-minify/compile'
const COMPILED_ALREADY = '\0foyer:compiled-already'

/** Puts the page into a language. Whatever has no translation stays English. */
export function spokenParts(language: Language): Plugin {
  const catalogue = readCatalogue(language)
  return {
    name: 'foyer-spoken-parts',
    enforce: 'pre',
    config: () => ({ define: { PAGE_LANGUAGE: JSON.stringify(language) } }),
    resolveId: (name) => (name === COMPILER ? COMPILED_ALREADY : undefined),
    load: (name) => (name === COMPILED_ALREADY ? 'export default (message) => message' : undefined),
    transform(code, id) {
      const path = id.split('?')[0] ?? id
      // Where nothing has gaps, nothing of it is needed: not in the service worker above all.
      if (path.endsWith(SAY)) return { moduleSideEffects: false }
      if (!OWN.test(path) || !code.includes('say')) return undefined
      const program = this.parse(code, { lang: path.endsWith('x') ? 'tsx' : 'ts' })
      const { messages, unreadable } = messagesIn(program, pageSpeakers)
      const [first] = unreadable
      if (first !== undefined) {
        const line = code.slice(0, first.start).split('\n').length
        this.error(
          `${relative(root, path)}:${line} says what is not one literal, so it cannot be translated.`,
        )
      }
      return { code: spokenIn(code, messages, catalogue), map: null }
    },
  }
}

/** The translations of a language; none for English, which stands in the sources. */
export function readCatalogue(language: Language): Catalogue {
  if (language === 'en') return {}
  return JSON.parse(readFileSync(join(root, 'languages', `${language}.json`), 'utf8'))
}

/**
 * A module with what it says put into a language.
 * @param catalogue what has no entry, or an empty one, stays English
 * @throws error with the key of a translation that is no message
 */
export function spokenIn(code: string, messages: readonly Message[], catalogue: Catalogue): string {
  const edits = messages
    .map((message) => editOf(message, compiled(message, catalogue)))
    .toSorted((one, other) => one.start - other.start)
  let spoken = ''
  let done = 0
  for (const { start, end, text } of edits) {
    // What was said within a call that has become plain words has gone with it.
    if (start < done) continue
    // As many lines as before, so that whoever looks for a mistake finds the right one.
    spoken += code.slice(done, start) + text + '\n'.repeat(code.slice(start, end).split('\n').length - 1)
    done = end
  }
  return spoken + code.slice(done)
}

/** Plain words stand for the whole call; what has gaps stays a call, of the compiled message. */
function editOf({ start, end, wordsStart, wordsEnd }: Message, words: Compiled): Edit {
  const text = JSON.stringify(words)
  return typeof words === 'string' ? { start, end, text } : { start: wordsStart, end: wordsEnd, text }
}

function compiled({ key, english }: Message, catalogue: Catalogue): Compiled {
  const said = catalogue[key] || english
  try {
    return compile(said)
  } catch (error) {
    throw new Error(`“${said}”, which stands for “${key}”, is no message: ${String(error)}`)
  }
}
