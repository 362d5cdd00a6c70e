// The keys that work while one writes. `Mod` is Ctrl, or ⌘ on a Mac.
import { say, sayAs } from '#browser/say'

type Pressed = { name: string; shortcut: string }

/** What each tool of the editor is called, and its key. */
export const pressed = {
  bold: { name: say('Bold'), shortcut: 'Mod-b' },
  italic: { name: say('Italic'), shortcut: 'Mod-i' },
  strike: { name: say('Struck through'), shortcut: 'Mod-Shift-s' },
  code: { name: sayAs('how words look', 'Code'), shortcut: 'Mod-e' },
  link: { name: sayAs('a link within a text', 'Link'), shortcut: 'Mod-k' },
  bullets: { name: sayAs('a list with them', 'Bullets'), shortcut: 'Mod-Shift-8' },
  numbers: { name: sayAs('a list with them', 'Numbers'), shortcut: 'Mod-Shift-7' },
  tasks: { name: sayAs('a list of them', 'Tasks'), shortcut: 'Mod-Shift-9' },
  heading: { name: say('Heading'), shortcut: 'Mod-Alt-1' },
  smallerHeading: { name: say('Smaller heading'), shortcut: 'Mod-Alt-2' },
  quote: { name: sayAs('how words look', 'Quote'), shortcut: 'Mod-Shift-b' },
  blockOfCode: { name: say('Block of code'), shortcut: 'Mod-Alt-c' },
} as const satisfies Record<string, Pressed>

/** The same for tables. */
export const pressedInTables = {
  rowBelow: { name: say('Row below'), shortcut: 'Alt-Shift-ArrowDown' },
  columnAfter: { name: say('Column after'), shortcut: 'Alt-Shift-ArrowRight' },
  removeRow: { name: say('Remove row'), shortcut: 'Alt-Shift-ArrowUp' },
  removeColumn: { name: say('Remove column'), shortcut: 'Alt-Shift-ArrowLeft' },
} as const satisfies Record<string, Pressed>

/** Every key of the editor with what it does, for the sheet that lists them. */
export function listWritingKeys(): [string, string][] {
  const all = [
    { name: say('Send'), shortcut: 'Mod-Enter' },
    ...Object.values(pressed),
    { name: say('Undo'), shortcut: 'Mod-z' },
    ...Object.values(pressedInTables),
  ]
  return all.map(({ name, shortcut }) => [shortcutShown(shortcut), name])
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
