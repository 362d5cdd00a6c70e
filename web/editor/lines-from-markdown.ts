// What stands in a line of Markdown, made into what stands in a line of the editor.
import type { Mark, Node as Part } from '@tiptap/pm/model'
import { topicsIn } from '../ui/topic-syntax.ts'
import { schema } from './extensions.ts'
import { trimmedLine } from './lines.ts'
import type { LinePart } from './tree.ts'

type Marks = readonly Mark[]

const FILE = /^file:([0-9a-f-]{36})$/
/** A person by their id, or `group:` and the id of a group. */
const MENTIONED = /^(?:person:|(?=group:))((?:group:)?[0-9a-f-]{36})$/

/** The parts of a line; undefined when there is something in it that the editor does not know. */
export function lineFrom(content: readonly LinePart[], markdown: string): Part[] | undefined {
  const parts = partsFrom(content, { markdown, marks: [] })
  return parts && trimmedLine(parts)
}

type Within = { markdown: string; marks: Marks; isAfterTopic?: boolean }

function partsFrom(content: readonly LinePart[], within: Within): Part[] | undefined {
  const parts: Part[] = []
  for (const [index, each] of content.entries()) {
    const mentioned = mentionedBy(each, parts.at(-1))
    const made =
      mentioned ?? partFrom(each, { ...within, isAfterTopic: content[index - 1]?.type === 'topic' })
    if (made === undefined) return undefined
    if (mentioned !== undefined) parts.splice(-1, 1, ...withoutAt(parts.at(-1)))
    parts.push(...made)
  }
  return parts
}

function partFrom(part: LinePart, within: Within): Part[] | undefined {
  const { marks } = within
  const inside = (mark: Mark, content: readonly LinePart[]) =>
    partsFrom(content, { ...within, marks: mark.addToSet(marks) })
  switch (part.type) {
    case 'text':
      return part.value
        .split('\n')
        .flatMap((line, index) => [
          ...(index === 0 ? [] : [made('lineBreak', { isSoft: true }, marks)]),
          ...textFrom(line, { marks, isAfterTopic: index === 0 && within.isAfterTopic === true }),
        ])
    case 'topic':
      return [schema.text(part.value, marks)]
    case 'strong':
      return inside(mark('bold'), part.children)
    case 'emphasis':
      return inside(mark('italic'), part.children)
    case 'delete':
      return inside(mark('strike'), part.children)
    case 'link':
      return inside(mark('link', { href: part.url, title: part.title ?? null }), part.children)
    case 'inlineCode':
      return part.value === '' ? undefined : [schema.text(part.value, mark('code').addToSet(marks))]
    case 'break':
      return [made('lineBreak', { isSoft: false }, marks)]
    case 'image': {
      const fileId = FILE.exec(part.url)?.[1]
      if (fileId === undefined) return verbatimFrom(part, within)
      return [made('picture', { fileId, name: part.alt ?? '', title: part.title ?? null }, marks)]
    }
    case 'html':
      return verbatimFrom(part, within)
    default:
      return undefined
  }
}

/** What looks like a topic and was read as text was escaped, and stays so. Links hold no topics. */
function textFrom(text: string, { marks, isAfterTopic }: Pick<Within, 'marks' | 'isAfterTopic'>): Part[] {
  const parts: Part[] = []
  let done = 0
  const upTo = (end: number) => {
    if (end > done) parts.push(schema.text(text.slice(done, end), marks))
    done = end
  }
  for (const { start } of topicsIn(text)) {
    // Right behind a topic a # goes on with it, and begins no other.
    if ((start === 0 && isAfterTopic) || schema.marks.link?.isInSet(marks)) continue
    upTo(start)
    parts.push(schema.text('\\#', mark('verbatimText').addToSet(marks)))
    done = start + 1
  }
  upTo(text.length)
  return parts
}

/** Somebody mentioned is a link to a person or a group behind an @. */
function mentionedBy(part: LinePart, before: Part | undefined): Part[] | undefined {
  if (part.type !== 'link' || !before?.isText || !before.text?.endsWith('@')) return undefined
  const id = MENTIONED.exec(part.url)?.[1]
  const [name, ...more] = part.children
  if (id === undefined || name?.type !== 'text' || more.length > 0 || part.title) return undefined
  if (name.value.includes('\n') || mark('code').isInSet(before.marks)) return undefined
  return [made('personMention', { id, name: name.value }, before.marks)]
}

function withoutAt(before: Part | undefined): Part[] {
  const text = before?.text?.slice(0, -1) ?? ''
  return before === undefined || text === '' ? [] : [schema.text(text, before.marks)]
}

function verbatimFrom({ position }: LinePart, { markdown, marks }: Within): Part[] | undefined {
  const source = markdown.slice(position?.start.offset, position?.end.offset)
  // Further lines may begin with what belongs to a quote or a list around it.
  if (source === '' || source.includes('\n')) return undefined
  return [schema.text(source, mark('verbatimText').addToSet(marks))]
}

function mark(name: string, attributes?: Record<string, unknown>): Mark {
  return schema.mark(name, attributes)
}

function made(name: string, attributes: Record<string, unknown>, marks: Marks): Part {
  return schema.node(name, attributes, undefined, marks)
}
