// The readable text of an HTML mail: paragraphs, lists and quotes as plain-text mail writes them.

import { ENTITIES } from './html-entities.ts'

const SILENT = new Set([
  'head',
  'script',
  'style',
  'title',
  'template',
  'noscript',
  'svg',
  'object',
  'select',
])
const BLOCKS = new Set(
  `address article aside blockquote center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
   header hr li main nav ol p pre section table tbody tfoot thead tr ul body html`.split(/\s+/),
)
const SPACED = new Set('p h1 h2 h3 h4 h5 h6 blockquote ul ol table pre'.split(' '))
const QUOTE_DEPTH_MAX = 20

/**
 * Turns HTML into text in one pass. Quotes (`blockquote`) become lines that begin with `> `, links keep their
 * address where the text does not show it. Broken or hostile markup gives odd text, never an error.
 */
export function htmlToText(html: string): string {
  const writer = new TextWriter()
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    writer.text(html.slice(at, open === -1 ? html.length : open))
    if (open === -1) break
    at = afterTag(html, open, writer)
  }
  return writer.finish()
}

/** Reads the tag at `open` and returns where the text goes on. */
function afterTag(html: string, open: number, writer: TextWriter): number {
  if (html.startsWith('<!--', open)) return endOf(html, '-->', open + 4)
  const found = /^<(\/?)([a-z][a-z0-9:]*)/i.exec(html.slice(open, open + 40))
  if (!found) {
    if (html[open + 1] === '!' || html[open + 1] === '?') return endOf(html, '>', open)
    writer.text('<')
    return open + 1
  }
  const end = tagEnd(html, open)
  const name = (found[2] ?? '').toLowerCase()
  if (found[1] === '/') {
    writer.closeTag(name)
    return end
  }
  if (SILENT.has(name) && html[end - 2] !== '/') return endOfElement(html, name, end)
  writer.openTag(name, html.slice(open, Math.min(end, open + 4_000)))
  return end
}

function endOf(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at === -1 ? html.length : at + mark.length
}

/** A `>` inside a quoted attribute does not end the tag. */
function tagEnd(html: string, open: number): number {
  let quote = ''
  for (let i = open; i < html.length; i += 1) {
    const character = html[i] ?? ''
    if (quote) {
      if (character === quote) quote = ''
    } else if (character === '>') return i + 1
    else if ((character === '"' || character === "'") && html[i - 1] === '=') quote = character
  }
  return endOf(html, '>', open)
}

function endOfElement(html: string, name: string, from: number): number {
  const closer = new RegExp(`</${name}[\\s>]`, 'gi')
  closer.lastIndex = from
  const found = closer.exec(html)
  return found ? endOf(html, '>', found.index) : html.length
}

class TextWriter {
  #lines: string[] = []
  /** The line so far by pieces: joining as it grows would cost the square of its length. */
  #pieces: string[] = []
  #isAtBlank = true
  #quoteDepth = 0
  #depthAbove = 0
  #preDepth = 0
  #lists: { next: number | undefined }[] = []
  #link: { address: string; start: number } | undefined
  #isBlankWanted = false

  text(raw: string): void {
    if (raw === '') return
    const text = decodeEntities(raw)
    const flowing = this.#preDepth > 0 ? text : text.replace(/[\s\u00a0]+/g, ' ')
    for (const [at, line] of flowing.split('\n').entries()) {
      if (at > 0) this.#break('anyway')
      this.#add(this.#preDepth === 0 && this.#isAtBlank ? line.trimStart() : line)
    }
  }

  #add(piece: string): void {
    if (piece === '') return
    this.#pieces.push(piece)
    this.#isAtBlank = piece.endsWith(' ')
  }

  openTag(name: string, tag: string): void {
    if (name === 'br') this.#break('anyway')
    if (name === 'a') this.#link = { address: attribute(tag, 'href'), start: this.#pieces.length }
    if ((name === 'td' || name === 'th') && !this.#isAtBlank) this.#add(' ')
    if (!BLOCKS.has(name)) return
    this.#break('if written')
    if (SPACED.has(name)) this.#isBlankWanted = true
    if (name === 'blockquote') this.#quoteDepth = Math.min(QUOTE_DEPTH_MAX, this.#quoteDepth + 1)
    if (name === 'pre') this.#preDepth += 1
    if (name === 'ul') this.#lists.push({ next: undefined })
    if (name === 'ol') this.#lists.push({ next: 1 })
    if (name === 'li') this.#add(this.#bullet())
    if (name === 'hr') {
      this.#add('________________________________')
      this.#break('anyway')
    }
  }

  closeTag(name: string): void {
    if (name === 'a') this.#closeLink()
    if (!BLOCKS.has(name)) return
    this.#break('if written')
    if (SPACED.has(name)) this.#isBlankWanted = true
    if (name === 'blockquote') this.#quoteDepth = Math.max(0, this.#quoteDepth - 1)
    if (name === 'pre') this.#preDepth = Math.max(0, this.#preDepth - 1)
    if (name === 'ul' || name === 'ol') this.#lists.pop()
  }

  finish(): string {
    this.#break('if written')
    return this.#lines.join('\n').trim()
  }

  #bullet(): string {
    const list = this.#lists.at(-1)
    if (list?.next === undefined) return '- '
    list.next += 1
    return `${list.next - 1}. `
  }

  #closeLink(): void {
    const link = this.#link
    this.#link = undefined
    if (!link || !/^https?:\/\//i.test(link.address)) return
    const shown = this.#pieces.slice(link.start).join('').trim()
    if (shown !== '' && !link.address.includes(shown)) this.#add(` <${link.address}>`)
  }

  #break(when: 'anyway' | 'if written'): void {
    const line = this.#pieces.join('').trimEnd()
    this.#pieces = []
    this.#isAtBlank = true
    this.#link = undefined
    if (line.trim() === '' && when === 'if written') return
    const mark = '> '.repeat(this.#quoteDepth)
    // A blank line between two depths of quoting belongs to the shallower one.
    const between = '> '.repeat(Math.min(this.#quoteDepth, this.#depthAbove)).trimEnd()
    if (this.#isBlankWanted && this.#lines.length > 0) this.#lines.push(between)
    this.#isBlankWanted = false
    this.#depthAbove = this.#quoteDepth
    this.#lines.push(`${mark}${line}`.trimEnd())
  }
}

function attribute(tag: string, name: string): string {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag)
  return decodeEntities(found?.[1] ?? found?.[2] ?? found?.[3] ?? '').trim()
}

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});?/gi, (whole, name: string) =>
    name.startsWith('#')
      ? numbered(name.slice(1))
      : (ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase()) ?? whole),
  )
}

function numbered(digits: string): string {
  const code = /^x/i.test(digits) ? Number.parseInt(digits.slice(1), 16) : Number(digits)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : ''
}
