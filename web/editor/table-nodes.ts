// Tables as GitHub's Markdown has them: a first row of headings, cells of one line, an alignment for each column.
import { Node } from '@tiptap/core'
import type { Node as Block } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import { tableEditing } from '@tiptap/pm/tables'
import { LINE_CONTENT } from './nodes.ts'

const span = (name: string) => ({
  default: 1,
  rendered: false,
  parseHTML: (element: HTMLElement) => Number(element.getAttribute(name) ?? 1),
})
/** prosemirror-tables needs spans and widths; Markdown has none, so they stay what they are. */
const cellAttributes = {
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, rendered: false },
  align: {
    default: null,
    parseHTML: (element: HTMLElement) => element.getAttribute('align'),
  },
}

/** What each node is to prosemirror-tables. */
const roles: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  // Asked for every node of the schema, whichever it is.
  extendNodeSchema: ({ name }) => (roles[name] === undefined ? {} : { tableRole: roles[name] }),
  addProseMirrorPlugins: () => [tableEditing(), headingsFirst()],
})

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

export const TableCell = Node.create({
  name: 'tableCell',
  content: LINE_CONTENT,
  isolating: true,
  addAttributes: () => cellAttributes,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: LINE_CONTENT,
  isolating: true,
  addAttributes: () => cellAttributes,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})

/** Keeps every table writable as Markdown: headings in the first row and only there, aligned by column, no spans. */
function headingsFirst(): Plugin {
  return new Plugin({
    appendTransaction: (changes, _, { doc, tr }) => {
      if (!changes.some(({ docChanged }) => docChanged)) return null
      doc.descendants((node, position) => {
        if (node.type.name === 'table') mendTable(tr, node, position)
        return node.isBlock && !node.isTextblock
      })
      return tr.docChanged ? tr : null
    },
  })
}

function mendTable(tr: Transaction, table: Block, tablePosition: number): void {
  const { tableHeader, tableCell } = table.type.schema.nodes
  const first = table.firstChild
  table.forEach((row, rowOffset, rowIndex) => {
    row.forEach((cell, cellOffset, column) => {
      const wanted = rowIndex === 0 ? tableHeader : tableCell
      const align = first?.maybeChild(column)?.attrs.align ?? null
      const { colspan, rowspan } = cell.attrs
      if (cell.type === wanted && cell.attrs.align === align && colspan === 1 && rowspan === 1) return
      // Types and attributes alone change, so that positions stay.
      tr.setNodeMarkup(tablePosition + 1 + rowOffset + 1 + cellOffset, wanted, { align })
    })
  })
}
