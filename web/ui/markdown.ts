// Markdown as people write it here, made into HTML that is safe to show: no HTML of theirs, no scripts, no pictures
// from elsewhere.
import { micromark, type Options } from 'micromark'
import { gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal'
import { gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough'
import { gfmTableHtml } from 'micromark-extension-gfm-table'
import { gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item'
import { say } from '#browser/say'
import type { File } from '#contract/files'
import { markdownSyntax } from './markdown-syntax.ts'
import { topicHtml } from './topic-syntax.ts'

/** A line this long was broken by a mail program; a shorter one was ended on purpose. */
const WRAPPED_CHARACTERS_MIN = 55

/** The widths in pixels in which the server offers pictures, as far as they serve a column of words. */
const PICTURE_WIDTHS = [640, 1280] as const

const options: Options = {
  extensions: markdownSyntax,
  htmlExtensions: [
    gfmAutolinkLiteralHtml(),
    gfmStrikethroughHtml(),
    gfmTableHtml(),
    gfmTaskListItemHtml(),
    topicHtml,
  ],
  // Every address passes through `linkTo` and `pictureOf`, which are stricter than micromark and know our own.
  allowDangerousProtocol: true,
}

/**
 * Renders what somebody wrote. HTML in it is shown as text, links lead to http, https, mailto or within Foyer only,
 * `@[Name](person:<id>)` leads to that person, `@[Name](group:<id>)` to that group, `#topic` to its page and `file:<id>` to that file. Headings become
 * bold paragraphs, as the outline of a page is not for posts to change.
 * @param files what is known of the files in it, so that pictures take their place before they have come
 */
export function renderWords(markdown: string, files: readonly File[] = []): string {
  return withOurTags(micromark(markdown, options), files).replaceAll(
    /<p>([\s\S]*?)<\/p>/g,
    (_, inner: string) => `<p>${withLineBreaks(inner)}</p>`,
  )
}

/** Tags in what micromark returns are its own, as it escapes everybody else's; that makes replacing them safe. */
function withOurTags(html: string, files: readonly File[]): string {
  let isInLink = false
  return html
    .replaceAll(
      /(@?)<(\/?)(\w+)([^>]*)>(?:(#[^<]*)<\/topic>)?/g,
      (...[tag, at, slash, name, rest, topic]) => {
        if (name === 'a') isInLink = slash === ''
        if (name === 'a' && slash === '') return linkTo(hrefOf(rest), { at, files })
        if (name === 'img') return at + pictureOf(rest, { isInLink, files })
        if (name === 'topic') return at + (isInLink ? topic : topicLink(topic))
        return tag
      },
    )
    .replaceAll('<h1>', '<p class="heading">')
    .replaceAll(/<h[2-6]>/g, '<p class="subheading">')
    .replaceAll(/<\/h[1-6]>/g, '</p>')
    .replaceAll('<table>', '<div class="sheet" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<input type="checkbox" disabled="" checked="" />', check('done'))
    .replaceAll('<input type="checkbox" disabled="" />', check('to-do'))
}

/** A box that shows and cannot be pressed, as these are other people's words. */
function check(state: 'done' | 'to-do'): string {
  return state === 'done'
    ? `<span class="check done" role="img" aria-label="${say('Done')}"></span>`
    : `<span class="check" role="img" aria-label="${say('To do')}"></span>`
}

function hrefOf(attributes: string): string {
  return /(?:href|src)="([^"]*)"/.exec(attributes)?.[1] ?? ''
}

function linkTo(href: string, { at, files }: { at: string; files: readonly File[] }): string {
  const person = /^person:([0-9a-f-]{36})$/i.exec(href)?.[1]
  if (person !== undefined) return `<a class="mention" href="/people/${person}">`
  const group = /^group:([0-9a-f-]{36})$/i.exec(href)?.[1]
  if (group !== undefined) return `<a class="mention" href="/groups/${group}">`
  const file = addressOfFile(href, files)
  if (file !== undefined) return `${at}<a target="_blank" rel="noopener" href="${file}">`
  if (/^(https?:)?\/\//i.test(href)) return `${at}<a rel="noopener noreferrer nofollow" href="${href}">`
  if (/^mailto:/i.test(href) || !/^[^/?#]*:/.test(href)) return `${at}<a href="${href}">`
  return `${at}<a>`
}

/** The address at which the file that `file:<id>` names is served; its name is for people. */
function addressOfFile(href: string, files: readonly File[]): string | undefined {
  const id = /^file:([0-9a-f-]{36})$/i.exec(href)?.[1]
  if (id === undefined) return undefined
  return `/files/${id}/${encodeURIComponent(fileOf(href, files)?.name ?? 'file')}`
}

function fileOf(href: string, files: readonly File[]): File | undefined {
  return files.find(({ id }) => href.toLowerCase() === `file:${id}`)
}

/** A picture of ours, which opens in full; of one from elsewhere only a link to it. */
function pictureOf(
  attributes: string,
  { isInLink, files }: { isInLink: boolean; files: readonly File[] },
): string {
  const source = hrefOf(attributes)
  const alt = /alt="([^"]*)"/.exec(attributes)?.[1] || say('Picture')
  const address = addressOfFile(source, files)
  if (address === undefined) return isInLink ? alt : `${linkTo(source, { at: '', files })}${alt}</a>`
  const { width, height } = fileOf(source, files) ?? { width: null, height: null }
  const size = width === null || height === null ? '' : ` width="${width}" height="${height}"`
  const sources = PICTURE_WIDTHS.map((each) => `${address}?width=${each} ${each}w`).join(', ')
  const image = `<img src="${address}?width=1280" srcset="${sources}" sizes="(max-width: 820px) 100vw, 42rem" alt="${alt}"${size} loading="lazy" decoding="async" />`
  return isInLink ? image : `<a class="picture" target="_blank" rel="noopener" href="${address}">${image}</a>`
}

function topicLink(topic: string): string {
  return `<a class="topic" href="/topics/${encodeURIComponent(topic.slice(1).toLowerCase())}">${topic}</a>`
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
