// The editor as the page uses it: Tiptap with what may stand in it, holding Markdown.
import { Editor, Extension } from '@tiptap/core'
import { ListKeymap } from '@tiptap/extension-list'
import { Dropcursor, Gapcursor, Placeholder, TrailingNode, UndoRedo } from '@tiptap/extensions'
import { Selection } from '@tiptap/pm/state'
import type { File as KeptFile } from '#contract/files'
import { offsetOf, withCaret } from './caret.ts'
import { schema, wordsExtensions } from './extensions.ts'
import { type KeptWords, keepWords } from './kept-words.ts'
import { pasting, type TakeFiles } from './paste.ts'
import { tableKeys } from './table-keys.ts'
import { topicColours } from './topic-colours.ts'
import { typingRules } from './typing-rules.ts'
import { comesToPlace, waitingPlaces } from './waiting-places.ts'

export type EditingOptions = {
  host: HTMLElement
  words: KeptWords
  /** The Markdown that `words` were opened from, and where its caret stood. */
  start: { markdown: string; caret: number | undefined }
  attributes: Record<string, string>
  placeholder: string
  takeFiles: TakeFiles | undefined
  /** Handles a key before the editor does; true when it was not for the editor. */
  onKey: (event: KeyboardEvent) => boolean
}

/** Opens an editor in an element. Whoever opens it destroys it. */
export function openEditor(options: EditingOptions): Editor {
  const { host, words, start, attributes, placeholder, takeFiles, onKey } = options
  const editor = new Editor({
    element: host,
    // The content-security policy takes no styles that a script writes.
    injectCSS: false,
    enablePasteRules: false,
    extensions: [
      ...wordsExtensions,
      ListKeymap,
      UndoRedo,
      Gapcursor,
      Dropcursor,
      TrailingNode,
      Placeholder.configure({ placeholder }),
      pasting(takeFiles),
      typingRules,
      tableKeys,
      ofPlugin('topicColours', topicColours),
      ofPlugin('waitingPlaces', waitingPlaces),
    ],
    // Tiptap would make a schema of its own out of the same extensions, and nodes of two schemas do not mix.
    onBeforeCreate: ({ editor }) => {
      editor.schema = schema
      editor.extensionManager.schema = schema
    },
    editorProps: { attributes, handleDOMEvents: { keydown: (_, event) => onKey(event) } },
  })
  const { tr } = editor.state
  const { doc, caret } =
    start.caret === undefined
      ? { doc: words.doc, caret: undefined }
      : withCaret(words.doc, { markdown: start.markdown, offset: start.caret })
  tr.replaceWith(0, tr.doc.content.size, doc.content).setMeta('addToHistory', false)
  if (caret !== undefined) tr.setSelection(Selection.fromJSON(tr.doc, caret.toJSON()))
  editor.view.dispatch(tr)
  if (caret !== undefined) editor.view.focus()
  return editor
}

function ofPlugin(name: string, plugin: typeof topicColours): Extension {
  return Extension.create({ name, addProseMirrorPlugins: () => [plugin()] })
}

/** Puts other words in the place of those that stand there; Undo brings them back. Nothing when they cannot be held. */
export function replaceWords(editor: Editor, markdown: string): KeptWords | undefined {
  const words = keepWords(markdown)
  if (words !== undefined) {
    const tr = editor.state.tr.replaceWith(0, editor.state.doc.content.size, words.doc.content)
    // Nobody wrote here: who did has kept it already.
    editor.view.dispatch(tr.setMeta('preventUpdate', true))
  }
  return words
}

/** Where the caret stands in the Markdown of the words. */
export function caretOf(editor: Editor, words: KeptWords): number {
  return offsetOf(editor.state, words.markdownOf)
}

/** Shows that a file is on its way to a place, and puts it there as a picture once it is kept, where it is one. */
export async function waitForPicture(
  editor: Editor,
  { position, name, kept }: { position: number; name: string; kept: Promise<KeptFile> },
): Promise<void> {
  await comesToPlace(editor.view, { position, name, picture: kept.then(pictureOf, () => undefined) })
}

function pictureOf(file: KeptFile) {
  if (!file.contentType.startsWith('image/') || file.width === null) return undefined
  return schema.node('picture', { fileId: file.id, name: file.name.replace(/\.[^.]*$/, '') })
}
