// A line as the editor holds it: texts with marks, people, pictures and line breaks.
import type { Node as Part } from '@tiptap/pm/model'
import { schema } from './extensions.ts'

/** Marks whose text is kept to the letter, spaces and all. */
const LITERAL = ['code', 'verbatimText']

export function isLiteral(part: Part): boolean {
  return part.marks.some(({ type }) => LITERAL.includes(type.name))
}

export function isBreak(part: Part | undefined): boolean {
  return part?.type.name === 'lineBreak'
}

/** A line without what Markdown cannot hold: spaces at its ends and around line breaks, and breaks at its ends. */
export function trimmedLine(line: readonly Part[]): Part[] {
  const parts = line.flatMap((part, index) => {
    if (!part.isText || isLiteral(part)) return [part]
    let text = part.text ?? ''
    if (isEdge(line, index, -1)) text = text.replace(/^[ \t]+/, '')
    if (isEdge(line, index, 1)) text = text.replace(/[ \t]+$/, '')
    return text === '' ? [] : [schema.text(text, part.marks)]
  })
  const first = parts.findIndex((part) => !isBreak(part))
  const last = parts.findLastIndex((part) => !isBreak(part))
  return first === -1 ? [] : parts.slice(first, last + 1)
}

/** Whether only spaces stand between a part and the end of its line on one side. */
function isEdge(line: readonly Part[], index: number, step: -1 | 1): boolean {
  for (let at = index + step; ; at += step) {
    const part = line[at]
    if (part === undefined || isBreak(part)) return true
    if (!part.isText || isLiteral(part) || part.text?.trim() !== '') return false
  }
}
