// A part of the build: the document of a language and its manifest, in which no script of the page has a say.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Language } from '#contract/language'
import { type Catalogue, readCatalogue } from './spoken-parts.ts'

/** What they say; messages like all others, but for standing between tags and quotes. */
export const documentWords = [
  'Foyer needs JavaScript.',
  'The room that everyone in the organisation crosses.',
  'What is new',
  'Your brief',
] as const

/** Which way each language is read. */
const DIRECTIONS: Record<Language, 'ltr' | 'rtl'> = { en: 'ltr', de: 'ltr', es: 'ltr', fr: 'ltr', ja: 'ltr' }

/** Where the manifest stands in the sources, and in the document. */
const MANIFEST = 'manifest.webmanifest'

export function documentParts(language: Language): Plugin {
  const catalogue = readCatalogue(language)
  const own = `manifest.${language}.webmanifest`
  return {
    name: 'foyer-document-parts',
    apply: 'build',
    transformIndexHtml: (html) => inLanguage(html, language, catalogue).replace(`/${MANIFEST}`, `/${own}`),
    generateBundle() {
      const source = readFileSync(join(import.meta.dirname, '../web/public', MANIFEST), 'utf8')
      this.emitFile({ type: 'asset', fileName: own, source: inLanguage(source, language, catalogue) })
    },
  }
}

/** A document or a manifest, in English, put into a language. */
export function inLanguage(text: string, language: Language, catalogue: Catalogue): string {
  const marked = text.replace(
    '<html lang="en" dir="ltr">',
    `<html lang="${language}" dir="${DIRECTIONS[language]}">`,
  )
  return documentWords.reduce(
    (said, english) => said.replace(english, () => plain(catalogue[english] || english)),
    marked,
  )
}

/** Nothing that means something in HTML or in JSON. */
function plain(words: string): string {
  return words.replaceAll(/["&<>\\]/g, '')
}
