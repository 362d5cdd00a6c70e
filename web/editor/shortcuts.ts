// The keys that work while one writes. `Mod` is Ctrl, or ⌘ on a Mac.

/** What each tool of the editor is called, and its key. */
export const shortcuts = {
  Bold: 'Mod-b',
  Italic: 'Mod-i',
  'Struck through': 'Mod-Shift-s',
  Code: 'Mod-e',
  Link: 'Mod-k',
  Bullets: 'Mod-Shift-8',
  Numbers: 'Mod-Shift-7',
  Tasks: 'Mod-Shift-9',
  Heading: 'Mod-Alt-1',
  'Smaller heading': 'Mod-Alt-2',
  Quote: 'Mod-Shift-b',
  'Block of code': 'Mod-Alt-c',
} as const

/** What is pressed in tables. */
export const tableShortcuts = {
  'Row below': 'Alt-Shift-ArrowDown',
  'Column after': 'Alt-Shift-ArrowRight',
  'Remove row': 'Alt-Shift-ArrowUp',
  'Remove column': 'Alt-Shift-ArrowLeft',
} as const

/** Every key of the editor with what it does, for the sheet that lists them. */
export function listWritingKeys(): [string, string][] {
  const all = { Send: 'Mod-Enter', ...shortcuts, Undo: 'Mod-z', ...tableShortcuts }
  return Object.entries(all).map(([name, shortcut]) => [shortcutShown(shortcut), name])
}

/** How a shortcut is written where one reads it, on this kind of machine. */
export function shortcutShown(shortcut: string): string {
  const isMac = /Mac|iP(hone|ad)/.test(navigator.platform)
  const names: Record<string, string> = isMac
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' }
  const others: Record<string, string> = {
    Enter: 'Enter',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
  }
  const keys = shortcut.split('-').map((key) => names[key] ?? others[key] ?? key.toUpperCase())
  return keys.join(isMac ? '' : ' + ')
}

/** The same for assistive technology. */
export function shortcutForAria(shortcut: string): string {
  const written = (mod: string) => shortcut.replace('Mod', mod).replaceAll('-', '+')
  return shortcut.includes('Mod') ? `${written('Control')} ${written('Meta')}` : written('')
}
