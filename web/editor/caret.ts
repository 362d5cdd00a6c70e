// From a place in Markdown to the same place in the editor, and back, so that nobody loses theirs when one takes the
// other's place.
import type { Node as Block } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection } from '@tiptap/pm/state'
import { keepWords } from './kept-words.ts'

/** Nobody types it, and Markdown gives it no meaning. */
const MARKER = '\uE0FF'

/** The place in `doc`, which is what `markdown` became, that stands for an offset in it; its end when none does. */
export function placeOf(doc: Block, { markdown, offset }: { markdown: string; offset: number }): Selection {
  const marked = keepWords(markdown.slice(0, offset) + MARKER + markdown.slice(offset))?.doc
  let place: number | undefined
  marked?.descendants((node, position) => {
    const index = node.text?.indexOf(MARKER) ?? -1
    if (index !== -1) place = position + index
    return place === undefined
  })
  // Behind the marker everything has to be the same, or it changed what the words around it mean.
  const isSame = place !== undefined && marked?.content.size === doc.content.size + 1
  if (place === undefined || !isSame || marked?.textContent.replace(MARKER, '') !== doc.textContent) {
    return Selection.atEnd(doc)
  }
  return TextSelection.near(doc.resolve(place))
}

/** The offset in the Markdown that stands for where the caret is; the end when it stands nowhere among the text. */
export function offsetOf(state: EditorState, markdownOf: (doc: Block) => string): number {
  const { head, $head } = state.selection
  const whole = markdownOf(state.doc).length
  if (!$head.parent.isTextblock) return whole
  const marked = markdownOf(state.tr.insertText(MARKER, head).doc)
  const offset = marked.indexOf(MARKER)
  return offset === -1 ? whole : Math.min(offset, whole)
}
