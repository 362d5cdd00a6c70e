// From a place in Markdown to the same place in the editor, and back, so that nobody loses theirs when one takes the
// other's place.
import type { Node as Block } from '@tiptap/pm/model'
import { type EditorState, Selection, TextSelection } from '@tiptap/pm/state'
import { Transform } from '@tiptap/pm/transform'
import { schema } from './extensions.ts'
import { keepWords } from './kept-words.ts'
import { isList } from './to-markdown.ts'

/** Nobody types it, and Markdown gives it no meaning. */
const MARKER = '\uE0FF'

type Place = { markdown: string; offset: number }

/**
 * What `doc`, which `markdown` became, looks like with the caret at an offset of that. A space or a line that was just
 * typed there is nothing in Markdown yet, and stands in the editor all the same.
 */
export function withCaret(doc: Block, { markdown, offset }: Place): { doc: Block; caret: Selection } {
  const before = markdown.slice(0, offset)
  const isAtEnd = markdown.slice(offset).trim() === ''
  // A line under a list would be taken for more of its last item.
  if (/\n[ \t]*$/.test(before) && isAtEnd && doc.lastChild && isList(doc.lastChild)) {
    const longer = doc.copy(doc.content.addToEnd(schema.node('paragraph')))
    return { doc: longer, caret: Selection.atEnd(longer) }
  }
  const marked = keepWords(before + MARKER + markdown.slice(offset))?.doc
  const place = marked && placeOfMarker(marked)
  if (marked === undefined || place === undefined) return { doc, caret: Selection.atEnd(doc) }
  const unmarked = new Transform(marked).delete(place, place + 1).doc
  // Where the marker changed what the words around it mean, the end is as good a place as any.
  if (wordsOf(unmarked) !== wordsOf(doc)) return { doc, caret: Selection.atEnd(doc) }
  const shown = unmarked.eq(doc) ? doc : unmarked
  return { doc: shown, caret: TextSelection.near(shown.resolve(place)) }
}

function placeOfMarker(doc: Block): number | undefined {
  let place: number | undefined
  doc.descendants((node, position) => {
    const index = node.text?.indexOf(MARKER) ?? -1
    if (index !== -1) place = position + index
    return place === undefined
  })
  return place
}

function wordsOf(doc: Block): string {
  return doc.textContent.replaceAll(/\s/g, '')
}

/** The offset in the Markdown that stands for where the caret is; the end when it stands nowhere among the text. */
export function offsetOf(state: EditorState, markdownOf: (doc: Block) => string): number {
  const { head, $head } = state.selection
  const whole = markdownOf(state.doc).length
  if (!$head.parent.isTextblock) return whole
  const offset = markdownOf(state.tr.insertText(MARKER, head).doc).indexOf(MARKER)
  return offset === -1 ? whole : Math.min(offset, whole)
}
