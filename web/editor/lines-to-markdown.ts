// A line of the editor made into a line of Markdown: which marks stand around which others, and what is never escaped.
import type { Mark, Node as Part } from '@tiptap/pm/model'
import { topicsIn } from '../ui/topic-syntax.ts'
import { schema } from './extensions.ts'
import { isBreak, isLiteral, trimmedLine } from './lines.ts'
import type { LinePart } from './tree.ts'

/** An address that becomes a link by itself. Its end is no sign that might belong to the sentence. */
const ADDRESS =
  /(?<![A-Za-z])https?:\/\/[\p{L}\p{N}.:-]*[\p{L}\p{N}](?:[/?#][^\s<>()[\]\\`|"']*[\p{L}\p{N}/]|\/)?/giu
/** What may stand behind such an address so that it ends there. */
const ITS_END = /^[.,;:!?]*(?:\s|$)/
const WRAPPING = ['bold', 'italic', 'strike', 'link']

export function isBareAddress(text: string): boolean {
  ADDRESS.lastIndex = 0
  return ADDRESS.exec(text)?.[0] === text
}

/** The parts of a line of Markdown. */
export function lineTo(line: readonly Part[]): LinePart[] {
  return grouped(joined(withBareEdges(trimmedLine(line))))
}

/** Takes marks off spaces and line breaks at the ends of what they mark, as Markdown cannot say them there. */
function withBareEdges(line: readonly Part[]): Part[] {
  const parts = line.flatMap(splitAtSpaces)
  for (const name of WRAPPING) {
    for (let start = 0; start < parts.length; start += 1) {
      const mark = markOf(parts[start], name)
      if (mark === undefined) continue
      const end = endOf(parts, start, mark)
      let first = start
      while (first < end && isBlank(parts[first])) first += 1
      let last = end
      while (last > first && isBlank(parts[last - 1])) last -= 1
      for (let at = start; at < end; at += 1) if (at < first || at >= last) unmark(parts, at, mark)
      start = end - 1
    }
  }
  return parts
}

function splitAtSpaces(part: Part): Part[] {
  if (!part.isText || isLiteral(part)) return [part]
  const pieces = part.text?.split(/(^\s+|\s+$)/) ?? []
  return pieces.filter((piece) => piece !== '').map((piece) => schema.text(piece, part.marks))
}

function isBlank(part: Part | undefined): boolean {
  return isBreak(part) || (part?.isText === true && !isLiteral(part) && part.text?.trim() === '')
}

function unmark(parts: Part[], at: number, mark: Mark): void {
  const part = parts[at]
  if (part !== undefined) parts[at] = part.mark(mark.removeFromSet(part.marks))
}

function markOf(part: Part | undefined, name: string): Mark | undefined {
  return part?.marks.find(({ type }) => type.name === name)
}

/** Behind the last part that has the same mark without a gap. */
function endOf(parts: readonly Part[], start: number, mark: Mark): number {
  const end = parts.findIndex((part, index) => index > start && !mark.isInSet(part.marks))
  return end === -1 ? parts.length : end
}

function joined(parts: readonly Part[]): Part[] {
  return parts.reduce<Part[]>((done, part) => {
    const last = done.at(-1)
    const isSame = last?.isText && part.isText && last.sameMarkup(part)
    if (isSame) done[done.length - 1] = schema.text(`${last.text}${part.text}`, part.marks)
    else done.push(part)
    return done
  }, [])
}

type Place = 'in a link' | 'in the open'

/** Puts parts under the mark that reaches furthest, and so on within it. */
function grouped(parts: readonly Part[], place: Place = 'in the open'): LinePart[] {
  const content: LinePart[] = []
  for (let start = 0; start < parts.length; ) {
    const around = furthest(parts, start)
    if (around === undefined) {
      content.push(...partTo(parts, start, place))
      start += 1
    } else {
      const { mark, end } = around
      const inside = parts.slice(start, end).map((part) => part.mark(mark.removeFromSet(part.marks)))
      content.push(wrapped(mark, grouped(inside, mark.type.name === 'link' ? 'in a link' : place)))
      start = end
    }
  }
  return content
}

function furthest(parts: readonly Part[], start: number): { mark: Mark; end: number } | undefined {
  return WRAPPING.map((name) => markOf(parts[start], name))
    .filter((mark) => mark !== undefined)
    .map((mark) => ({ mark, end: endOf(parts, start, mark) }))
    .reduce<{ mark: Mark; end: number } | undefined>(
      (best, next) => (best === undefined || next.end > best.end ? next : best),
      undefined,
    )
}

function wrapped({ type, attrs }: Mark, children: LinePart[]): LinePart {
  if (type.name === 'bold') return { type: 'strong', children }
  if (type.name === 'italic') return { type: 'emphasis', children }
  if (type.name === 'strike') return { type: 'delete', children }
  return { type: 'link', url: attrs.href, title: attrs.title, children }
}

function partTo(parts: readonly Part[], index: number, place: Place): LinePart[] {
  const part = parts[index]
  if (part === undefined) return []
  const { attrs } = part
  if (part.type.name === 'personMention') return [{ type: 'mention', id: attrs.id, name: attrs.name }]
  if (part.type.name === 'picture') {
    return [{ type: 'image', url: `file:${attrs.fileId}`, alt: attrs.name, title: attrs.title }]
  }
  if (isBreak(part)) {
    // Two plain line ends in a row would end the paragraph.
    const isSoft = attrs.isSoft && !isBreak(parts[index - 1]) && !isBreak(parts[index + 1])
    return [isSoft ? { type: 'text', value: '\n' } : { type: 'break' }]
  }
  const text = part.text ?? ''
  if (markOf(part, 'verbatimText')) return [{ type: 'verbatim', value: text }]
  if (markOf(part, 'code')) return [{ type: 'inlineCode', value: text }]
  // In a link neither topics nor further addresses begin.
  return place === 'in a link' ? [{ type: 'text', value: text }] : textTo(text)
}

/** Topics and plain addresses are written as they are: escapes would make them something else. */
function textTo(text: string): LinePart[] {
  const content: LinePart[] = []
  let done = 0
  for (let literal = literalFrom(text, 0); literal !== undefined; literal = literalFrom(text, done)) {
    const { start, end, value } = literal
    if (start > done) content.push({ type: 'text', value: text.slice(done, start) })
    content.push({ type: 'verbatim', value })
    done = end
  }
  if (done < text.length) content.push({ type: 'text', value: text.slice(done) })
  return content
}

/** The first topic or address that begins at `from` or behind it. */
function literalFrom(text: string, from: number): { start: number; end: number; value: string } | undefined {
  const topic = topicsIn(text).find(({ start }) => start >= from)
  ADDRESS.lastIndex = from
  const address = ADDRESS.exec(text)
  if (address !== null && !(topic !== undefined && topic.start < address.index)) {
    const end = address.index + address[0].length
    const isEnded = ITS_END.test(text.slice(end))
    return { start: address.index, end, value: isEnded ? address[0] : `<${address[0]}>` }
  }
  return topic && { ...topic, value: text.slice(topic.start, topic.end) }
}
