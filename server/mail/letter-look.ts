// How letters look: plain text first, and the same as simple HTML that keeps to the colours of its reader. Pure.
import type { Language } from '#contract/language'

/** One line of a letter: something that Foyer says, somebody's words, or a way on. */
export type LetterLine =
  | { is: 'head' | 'said' | 'plain' | 'words'; text: string }
  | { is: 'link'; text: string; to: string }
export type LetterPart = LetterLine[]

export type WrittenLetter = { subject: string; text: string; html: string }

/** Writes a letter out, in both of its shapes. */
export function writtenLetter(
  subject: string,
  parts: readonly LetterPart[],
  language: Language,
): WrittenLetter {
  return { subject, text: textOf(parts), html: htmlOf(parts, { subject, language }) }
}

function textOf(parts: readonly LetterPart[]): string {
  return `${parts.map((part) => part.map(textLine).join('\n')).join('\n\n\n')}\n`
}

function textLine(line: LetterLine): string {
  if (line.is === 'link') return `${line.text}: ${line.to.replace(/^mailto:/, '')}`
  // What people say is set off as mail has always set off what others wrote.
  if (line.is === 'words') return `\n> ${line.text}\n`
  return line.is === 'head' ? `* ${line.text}` : line.text
}

/** No colours but those that the reader's program has for light and dark, and no pictures: nothing is fetched. */
const HEAD = [
  '<meta charset="utf-8">',
  '<meta name="viewport" content="width=device-width">',
  '<meta name="color-scheme" content="light dark">',
  '<meta name="supported-color-schemes" content="light dark">',
  '<style>:root { color-scheme: light dark; supported-color-schemes: light dark; }</style>',
].join('\n')
const BODY = 'margin:0 auto;padding:16px;max-width:36em;font:16px/1.5 system-ui,sans-serif;'
const QUOTE =
  'margin:8px 0;padding-left:12px;border-left:3px solid #7a8f7f;font-family:Georgia,serif;font-size:17px;'

function htmlOf(
  parts: readonly LetterPart[],
  { subject, language }: { subject: string; language: Language },
): string {
  const sections = parts.map((part) => `<section>\n${part.map(htmlLine).join('\n')}\n</section>`)
  return [
    '<!doctype html>',
    `<html lang="${language}"><head>\n${HEAD}\n<title>${escaped(subject)}</title>\n</head>`,
    `<body style="${BODY}">`,
    sections.join('\n<hr style="border:0;border-top:1px solid #8a8f8a;margin:20px 0">\n'),
    '</body></html>',
  ].join('\n')
}

function htmlLine(line: LetterLine): string {
  const text = escaped(line.text)
  if (line.is === 'link') return `<p style="margin:6px 0"><a href="${escaped(line.to)}">${text}</a></p>`
  if (line.is === 'head') return `<h2 style="margin:0;font-size:18px">${text}</h2>`
  if (line.is === 'words') return `<blockquote style="${QUOTE}">${text}</blockquote>`
  return `<p style="margin:4px 0">${text}</p>`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
