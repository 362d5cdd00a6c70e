// The keys that mean something to whoever holds the editor: to send, to leave, to link, and Tab where it indents.
import type { Editor } from '@tiptap/core'

export type KeyActs = {
  /** Whether the list of suggestions took the key. */
  suggest: (event: KeyboardEvent) => boolean
  onSend: () => void
  onLeave: (() => void) | undefined
  onLink: () => void
  /** Tab is free to leave where it would have moved within a list or table. */
  onTabFree: () => void
}

const KEEPS_TAB = ['listItem', 'taskItem', 'table']

/** Handles keys before the editor does. What it remembers is whether Escape has freed the Tab key. */
export function editorKeys(): (event: KeyboardEvent, within: { editor: Editor; acts: KeyActs }) => boolean {
  let isTabFree = false
  return (event, { editor, acts }) => {
    if (event.isComposing) return false
    const wasTabFree = isTabFree
    if (event.key !== 'Shift') isTabFree = false
    if (acts.suggest(event)) return true
    if (event.ctrlKey || event.metaKey) return withControl(event, acts)
    const keepsTab = KEEPS_TAB.some((name) => editor.isActive(name))
    // The browser moves the focus by itself where nobody handles the key.
    if (event.key === 'Tab') return wasTabFree || !keepsTab ? true : stayIn(event, editor)
    if (event.key !== 'Escape') return false
    if (keepsTab && !wasTabFree) {
      isTabFree = true
      acts.onTabFree()
    } else if (acts.onLeave === undefined) {
      isTabFree = true
    } else {
      acts.onLeave()
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  }
}

function withControl(event: KeyboardEvent, acts: KeyActs): boolean {
  const act =
    event.key === 'Enter' ? acts.onSend : event.key === 'k' && !event.shiftKey ? acts.onLink : undefined
  if (act === undefined) return false
  event.preventDefault()
  event.stopPropagation()
  act()
  return true
}

/** In a list Tab never leaves by accident, also where it can set in no further. */
function stayIn(event: KeyboardEvent, editor: Editor): boolean {
  const isList = !editor.isActive('table')
  if (!isList) return false
  event.preventDefault()
  const item = editor.isActive('taskItem') ? 'taskItem' : 'listItem'
  if (event.shiftKey) editor.commands.liftListItem(item)
  else editor.commands.sinkListItem(item)
  return true
}
