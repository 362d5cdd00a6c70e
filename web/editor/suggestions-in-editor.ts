// Suggestions while one types in the editor: what is being typed there, and putting what was meant in its place.
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { schema } from './extensions.ts'
import { isLiteral } from './lines.ts'
import { gapBefore, type Typed } from './suggestions.ts'
import type { Suggesting, Suggestion } from './use-suggestions.ts'

/** To be called with every change: typing asks for suggestions, and moving the caret away closes them. */
export function lookForSuggestions(change: Transaction, suggesting: Suggesting): void {
  if (!change.docChanged) {
    if (change.selectionSet) suggesting.close()
    return
  }
  const { $head, empty } = change.selection
  const isCode = $head.parent.type.spec.code || $head.marks().some(({ type }) => type.name === 'code')
  const isWanted =
    empty && $head.parent.isTextblock && !isCode && !($head.nodeBefore && isLiteral($head.nodeBefore))
  // Every part of the line counts as one character, as it does in the positions of the editor.
  const text = isWanted ? $head.parent.textBetween(0, $head.parentOffset, '\n', leafText) : undefined
  suggesting.look(text, $head.parentOffset)
}

function leafText({ type }: { type: { name: string } }): string {
  return type.name === 'lineBreak' ? '\n' : '\uFFFC'
}

export function putSuggestion(editor: Editor, { meant, typed }: { meant: Suggestion; typed: Typed }): void {
  const { $head } = editor.state.selection
  const [from, to] = [$head.start() + typed.start, $head.start() + typed.end]
  const after = $head.parent.textBetween($head.parentOffset, $head.parent.content.size, '\n', leafText)
  const gap = gapBefore(after)
  const part =
    meant.sign === '@' ? schema.node('personMention', meant.mentioned) : schema.text(`#${meant.topic}`)
  const tr = editor.state.tr.replaceWith(from, to, gap === '' ? part : [part, schema.text(gap)])
  editor.view.dispatch(tr.scrollIntoView())
  editor.view.focus()
}
