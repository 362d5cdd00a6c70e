// Whether single keys do things; a choice of this device.
const NAME = 'foyer:shortcuts'

export function areShortcutsOn(): boolean {
  return localStorage.getItem(NAME) !== 'off'
}

export function switchShortcuts(to: 'on' | 'off'): void {
  localStorage.setItem(NAME, to)
}
