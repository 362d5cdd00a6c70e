// Takes a thread's file apart: the post, and each reply, with what stands above their words.
import type { Whereabouts } from '../archive.ts'
import type { Complain } from './sample.ts'

export type Field = { text: string; where: Whereabouts }

export type Piece = {
  /** Undefined for the post. */
  replyId: string | undefined
  fields: ReadonlyMap<string, Field>
  body: string
  where: Whereabouts
  /** The line on which the body begins. */
  bodyLine: number
}

const REPLY = /^--- reply (\S+)$/
const FIELD = /^([a-z]+):\s*(.*)$/
const END = '---'

type Source = { file: string; text: string; complain: Complain }

/** The pieces in the order of the file; the first is the post. */
export function piecesOf({ file, text, complain }: Source): Piece[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  if (lines[0] !== END) complain({ file, line: 1 }, 'The first line is not "---".')
  const starts = lines.flatMap((line, index) => (index === 0 || REPLY.test(line) ? [index] : []))
  return starts.map((start, index) =>
    pieceOf({ file, lines: lines.slice(start, starts[index + 1] ?? lines.length), start, complain }),
  )
}

type Given = { file: string; lines: readonly string[]; start: number; complain: Complain }

function pieceOf({ file, lines, start, complain }: Given): Piece {
  const where = { file, line: start + 1 }
  const end = lines.indexOf(END, 1)
  if (end === -1) complain(where, 'What stands above these words is never closed by "---".')
  const head = end === -1 ? [] : lines.slice(1, end)
  const body =
    end === -1
      ? ''
      : lines
          .slice(end + 1)
          .join('\n')
          .trim()
  const bodyLine = start + Math.max(end, 0) + 2
  if (end !== -1 && body === '') complain({ file, line: bodyLine }, 'Nothing is said here.')
  const replyId = REPLY.exec(lines[0] ?? '')?.[1]
  return {
    replyId,
    fields: fieldsOf({ file, lines: head, start: start + 1, complain }),
    body,
    where,
    bodyLine,
  }
}

function fieldsOf({ file, lines, start, complain }: Given): Map<string, Field> {
  const fields = new Map<string, Field>()
  for (const [index, line] of lines.entries()) {
    const where = { file, line: start + index + 1 }
    const [, name, text] = FIELD.exec(line) ?? []
    if (name === undefined || text === undefined)
      complain(where, `"${line}" is not of the form "name: value".`)
    else if (fields.has(name)) complain(where, `"${name}" stands here a second time.`)
    else fields.set(name, { text: text.trim(), where })
  }
  return fields
}
