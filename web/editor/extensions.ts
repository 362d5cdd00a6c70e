// All that can stand in the editor, and so what its schema is.
import { getSchema } from '@tiptap/core'
import Blockquote from '@tiptap/extension-blockquote'
import Bold from '@tiptap/extension-bold'
import Code from '@tiptap/extension-code'
import CodeBlock from '@tiptap/extension-code-block'
import Document from '@tiptap/extension-document'
import Heading from '@tiptap/extension-heading'
import HorizontalRule from '@tiptap/extension-horizontal-rule'
import Italic from '@tiptap/extension-italic'
import { BulletList, ListItem, OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import Paragraph from '@tiptap/extension-paragraph'
import Strike from '@tiptap/extension-strike'
import Text from '@tiptap/extension-text'
import { say } from '#browser/say'
import { LinkMark } from './link-mark.ts'
import { LINE_CONTENT, LineBreak, PersonMention, Picture, Verbatim, VerbatimText } from './nodes.ts'
import { Table, TableCell, TableHeader, TableRow } from './table-nodes.ts'

/** Whether the items of a list stand apart, with an empty line between them. */
const isLoose = { default: false, rendered: false, keepOnSplit: true }

export const wordsExtensions = [
  Document,
  Paragraph,
  Text,
  // The toolbar offers two levels; the others are known, so that they are kept where they stand.
  Heading.extend({ content: LINE_CONTENT }).configure({ levels: [1, 2, 3, 4, 5, 6] }),
  Blockquote,
  HorizontalRule,
  CodeBlock.extend({
    addAttributes() {
      return { ...this.parent?.(), meta: { default: null, rendered: false } }
    },
  }).configure({ exitOnTripleEnter: true, exitOnArrowDown: true }),
  BulletList.extend({ addAttributes: () => ({ isLoose }) }),
  OrderedList.extend({
    addAttributes: () => ({
      isLoose,
      start: {
        default: 1,
        parseHTML: (element: HTMLElement) => Number(element.getAttribute('start') ?? 1),
      },
    }),
    // Its own way of pasting plain text would go before ours.
    addProseMirrorPlugins: () => [],
  }),
  ListItem,
  TaskList.extend({ addAttributes: () => ({ isLoose }) }),
  TaskItem.configure({
    nested: true,
    a11y: { checkboxLabel: (node) => node.firstChild?.textContent || say('Task without words yet') },
  }),
  Table,
  TableRow,
  TableHeader,
  TableCell,
  Verbatim,
  LineBreak,
  PersonMention,
  Picture,
  Bold,
  Italic,
  Strike,
  LinkMark,
  // Bold code and linked code are Markdown like any other.
  Code.extend({ excludes: '' }),
  VerbatimText,
]

export const schema = getSchema(wordsExtensions)
