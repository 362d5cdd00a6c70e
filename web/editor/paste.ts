// What happens to what is pasted, dropped or copied: files are sent, addresses become links, Markdown is understood.
import { Extension } from '@tiptap/core'
import { type Node as Block, Fragment, Slice } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { cleanPaste } from './clean-paste.ts'
import { schema } from './extensions.ts'
import { blocksOf } from './kept-words.ts'
import { isWholeAddress } from './link-mark.ts'
import { blockToMarkdown } from './to-markdown.ts'

/** Takes files that were pasted or dropped, and where in the words that was. */
export type TakeFiles = (files: readonly File[], position: number) => void

export function pasting(takeFiles: TakeFiles | undefined): Extension {
  return Extension.create({
    name: 'pasting',
    // Before Tiptap's own ways of pasting.
    priority: 1000,
    addProseMirrorPlugins: () => [pastingPlugin(takeFiles)],
  })
}

function pastingPlugin(takeFiles: TakeFiles | undefined): Plugin {
  const take = (files: readonly File[], position: number): boolean => {
    if (files.length === 0 || takeFiles === undefined) return false
    takeFiles(files, position)
    return true
  }
  return new Plugin({
    props: {
      handlePaste: (view, { clipboardData }) => {
        const text = clipboardData?.getData('text/plain') ?? ''
        if (linkSelection(view, text)) return true
        // Word and Excel put a picture of the words beside them.
        if (text !== '') return false
        return take([...(clipboardData?.files ?? [])], view.state.selection.from)
      },
      handleDrop: (...[view, event, , isMoved]) => {
        if (isMoved) return false
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
        return take([...(event.dataTransfer?.files ?? [])], at?.pos ?? view.state.selection.from)
      },
      transformPastedHTML: cleanPaste,
      clipboardTextParser: (text, _, isPlain) => (isPlain ? plainSlice(text) : markdownSlice(text)),
      clipboardTextSerializer: ({ content }) => markdownOfFragment(content),
    },
  })
}

/** An address pasted over words of one line makes a link of them. */
function linkSelection({ state, dispatch }: EditorView, text: string): boolean {
  const { from, to, $from } = state.selection
  const link = schema.marks.link
  const words = state.doc.textBetween(from, to, '\n').trim()
  const isLine = words !== '' && !words.includes('\n') && !$from.parent.type.spec.code
  if (!isLine || link === undefined || !isWholeAddress(text)) return false
  dispatch(state.tr.addMark(from, to, link.create({ href: text.trim() })).removeStoredMark(link))
  return true
}

/** Markdown among the clipboard's plain text is understood; what is none stays text. */
function markdownSlice(markdown: string): Slice {
  const blocks = blocksOf(markdown.replaceAll('\r\n', '\n')).children.map((block) =>
    block.type.name === 'verbatim' ? paragraphOf(block.textContent) : block,
  )
  const [only, ...more] = blocks
  if (only?.type.name === 'paragraph' && more.length === 0) return new Slice(only.content, 0, 0)
  return Slice.maxOpen(Fragment.from(blocks))
}

function plainSlice(text: string): Slice {
  return Slice.maxOpen(Fragment.from(text.split(/\r?\n\r?\n+/).map(paragraphOf)))
}

/** A paragraph of plain text with its line ends. */
function paragraphOf(text: string): Block {
  const line = text
    .split(/\r?\n/)
    .flatMap((each, index) => [
      ...(index === 0 ? [] : [schema.node('lineBreak', { isSoft: true })]),
      ...(each === '' ? [] : [schema.text(each)]),
    ])
  return schema.node('paragraph', null, line)
}

function markdownOfFragment(content: Fragment): string {
  const isLine = content.firstChild?.isInline === true
  const blocks = isLine ? [schema.node('paragraph', null, content)] : content.content
  return blocks.map((block) => blockToMarkdown(wholeBlock(block))).join('\n\n')
}

/** What was copied out of the middle of a list or a table has lost what it stood in. */
function wholeBlock(block: Block): Block {
  if (block.type.name === 'listItem') return schema.node('bulletList', null, [block])
  if (block.type.name === 'taskItem') return schema.node('taskList', null, [block])
  if (block.type.name === 'tableRow') return schema.node('table', null, [block])
  if (block.type.name === 'tableCell' || block.type.name === 'tableHeader') {
    return schema.node('paragraph', null, block.content)
  }
  return block
}
