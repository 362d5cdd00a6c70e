// Moving through a table and changing it by keyboard, and the same deeds for its menu.
import { type Editor, Extension } from '@tiptap/core'
import { type Command, TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  nextCell,
  selectionCell,
} from '@tiptap/pm/tables'
import { say } from '#browser/say'
import { schema } from './extensions.ts'
import { pressedInTables } from './shortcuts.ts'

const COLUMNS = 3
const ROWS = 3

export const tableDeeds = [
  { name: say('Row above'), shortcut: undefined, run: addRowBefore },
  { ...pressedInTables.rowBelow, run: addRowAfter },
  { name: say('Column before'), shortcut: undefined, run: addColumnBefore },
  { ...pressedInTables.columnAfter, run: addColumnAfter },
  { ...pressedInTables.removeRow, run: deleteRow },
  { ...pressedInTables.removeColumn, run: deleteColumn },
  { name: say('Remove table'), shortcut: undefined, run: deleteTable },
] as const satisfies readonly { name: string; shortcut: string | undefined; run: Command }[]

export const tableKeys = Extension.create({
  name: 'tableKeys',
  // Before lists and before what Enter does elsewhere.
  priority: 900,
  addKeyboardShortcuts() {
    const inTable = (command: Command) => () => isInTable(this.editor.state) && perform(this.editor, command)
    const shortcuts = tableDeeds.flatMap(({ run, shortcut }) =>
      shortcut === undefined ? [] : [[shortcut, inTable(run)] as const],
    )
    return {
      ...Object.fromEntries(shortcuts),
      Tab: inTable(orNextRow(goToNextCell(1))),
      'Shift-Tab': inTable(goToNextCell(-1)),
      Enter: inTable(orNextRow(cellBelow)),
      'Shift-Enter': inTable(() => true),
    }
  },
})

/** Goes on into a row that is made for it where the table ends. */
function orNextRow(go: Command): Command {
  return (state, dispatch, view) => {
    if (go(state, dispatch) || view === undefined) return true
    return addRowAfter(state, dispatch) && go(view.state, dispatch)
  }
}

/** Does something at once to what the editor holds now. */
export function perform({ view }: Editor, command: Command): boolean {
  return command(view.state, view.dispatch, view)
}

/** Puts an empty table where the caret is, and the caret into its first heading. */
export const insertTable: Command = (state, dispatch) => {
  const { table, tableRow, tableCell, tableHeader } = schema.nodes
  if (isInTable(state) || !table || !tableRow || !tableCell || !tableHeader) return false
  const row = (cell: typeof tableCell) =>
    tableRow.create(
      null,
      Array.from({ length: COLUMNS }, () => cell.create()),
    )
  const rows = [row(tableHeader), ...Array.from({ length: ROWS - 1 }, () => row(tableCell))]
  if (dispatch) {
    const { from } = state.selection
    const tr = state.tr.replaceSelectionWith(table.create(null, rows))
    dispatch(
      tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(from, -1) + 1))).scrollIntoView(),
    )
  }
  return true
}

const cellBelow: Command = (state, dispatch) => {
  const below = nextCell(selectionCell(state), 'vert', 1)
  if (below === null) return false
  const end = below.pos + (below.nodeAfter?.nodeSize ?? 1) - 1
  dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, end)).scrollIntoView())
  return true
}
