// Markdown as people write it here, made into HTML that is safe to show: no HTML of theirs, no images, no scripts.
import { micromark, type Options } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** Images wait for uploads; footnotes and task lists would bring ids and inputs into other people's pages. */
const SWITCHED_OFF = [
  'labelStartImage',
  'gfmFootnoteDefinition',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'tasklistCheck',
]

/** A line this long was broken by a mail program; a shorter one was ended on purpose. */
const WRAPPED_CHARACTERS_MIN = 55

const options: Options = {
  extensions: [gfm(), { disable: { null: SWITCHED_OFF } }],
  htmlExtensions: [gfmHtml()],
  // Every address passes through `linkTo` below, which is stricter than micromark and knows `person:`.
  allowDangerousProtocol: true,
}

/**
 * Renders what somebody wrote. HTML in it is shown as text, links lead to http, https, mailto or within Foyer only,
 * `@[Name](person:<id>)` leads to that person, and headings become bold paragraphs, as the outline of a page is not
 * for posts to change.
 */
export function renderWords(markdown: string): string {
  // Tags in what micromark returns are its own, as it escapes everybody else's; that makes replacing them safe.
  return micromark(markdown, options)
    .replaceAll(/@?<a href="([^"]*)"/g, (tag, href: string) => linkTo(href, tag.startsWith('@')))
    .replaceAll(/<h[1-6]>/g, '<p class="heading">')
    .replaceAll(/<\/h[1-6]>/g, '</p>')
    .replaceAll('<table>', '<div class="sheet" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll(/<p>([\s\S]*?)<\/p>/g, (_, inner: string) => `<p>${withLineBreaks(inner)}</p>`)
}

function linkTo(href: string, isAfterAt: boolean): string {
  const person = /^person:([0-9a-f-]{36})$/i.exec(href)?.[1]
  if (person !== undefined) return `<a class="mention" href="/people/${person}"`
  const at = isAfterAt ? '@' : ''
  if (/^(https?:)?\/\//i.test(href)) return `${at}<a rel="noopener noreferrer nofollow" href="${href}"`
  if (/^mailto:/i.test(href) || !/^[^/?#]*:/.test(href)) return `${at}<a href="${href}"`
  return `${at}<a`
}

/** Keeps the line breaks people made, and lets lines flow that a mail program broke at its 72 columns. */
function withLineBreaks(inner: string): string {
  return inner.replaceAll(/([^\n]*)\n/g, (_, line: string) =>
    line.endsWith('<br />') || lengthShown(line) >= WRAPPED_CHARACTERS_MIN ? `${line}\n` : `${line}<br />\n`,
  )
}

function lengthShown(line: string): number {
  return line.replaceAll(/<[^>]*>/g, '').replaceAll(/&\w+;/g, '.').length
}
