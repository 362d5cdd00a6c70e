// What a mail says: its author's own words as Markdown, cut to the length of a post, and its subject as a title. Pure.
import type { IncomingMail } from '#outside/mail-parts'
import { htmlToText } from './words/html-to-text.ts'
import { splitOwnWords } from './words/own-words.ts'
import { textToMarkdown } from './words/text-to-markdown.ts'
import { trimSignature } from './words/trim-signature.ts'

export type MailWords = {
  /** Markdown; empty where the author added nothing of their own. */
  body: string
  /** All of it as plain text, where the body holds only its beginning. */
  whole: string | undefined
}

/** As long as a post may be. */
const BODY_CHARACTERS_MAX = 20_000
const BEGINNING_CHARACTERS = 4_000
const TITLE_CHARACTERS_MAX = 150
const PREFIX = /^(?:(?:re|aw|fwd?|wg|tr|rv|sv|vs|antw|odp|ref|res|転送|返信)(?:\s*\[\d+\])?\s*[::]\s*)+/i

type Said = Pick<IncomingMail, 'text' | 'html'>

/** @param name the author's, which ends a signature */
export function wordsOf(mail: Said, name: string): MailWords {
  return fitted(trimSignature(splitOwnWords(plainOf(mail)).own, name))
}

/** The plain text of a mail, of its HTML where it has no other, in lines that end in `\n`. */
export function plainOf({ text, html }: Said): string {
  const plain = text === undefined || text.trim() === '' ? htmlToText(html ?? '') : text
  const lines = plain.replace(/\r\n?/g, '\n').split('\n')
  return lines.map((line) => line.replace(/[\p{Cc}\u00a0]/gu, ' ')).join('\n')
}

function fitted(text: string): MailWords {
  return fittedMarkdown(textToMarkdown(text).trim(), text)
}

function fittedMarkdown(body: string, whole: string): MailWords {
  if (body.length <= BODY_CHARACTERS_MAX) return { body, whole: undefined }
  const beginning = body.slice(0, BEGINNING_CHARACTERS).toWellFormed()
  const end = Math.max(beginning.lastIndexOf('\n'), beginning.lastIndexOf(' '), BEGINNING_CHARACTERS / 2)
  return { body: `${beginning.slice(0, end).trimEnd()} …\n\n*The whole mail is attached.*`, whole }
}

/** A subject as a title, without what mail programs put before it; undefined where nothing is left. */
export function titleOf(subject: string): string | undefined {
  const line = subject
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(PREFIX, '')
  return line === '' ? undefined : line.slice(0, TITLE_CHARACTERS_MAX).toWellFormed()
}
