// Single keys that do what a button does. They rest while somebody types, and can be switched off altogether.
import { useEffect, useRef } from 'react'
import { areShortcutsOn } from '#browser/shortcuts'

export type Key = { label: string; act: () => void }
export type Keys = Record<string, Key>

const registered = new Set<{ current: Keys }>()

/** The keys that work on this screen now, for the sheet that lists them. */
export function listKeys(): [string, string][] {
  const all = new Map<string, string>()
  for (const { current } of registered) {
    for (const [key, { label }] of Object.entries(current)) all.set(key, label)
  }
  return [...all]
}

export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    registered.add(latest)
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !areShortcutsOn() || isMeantForSomethingElse(event)) return
      const key = latest.current[event.key]
      if (key === undefined) return
      event.preventDefault()
      key.act()
    }
    addEventListener('keydown', press)
    return () => {
      registered.delete(latest)
      removeEventListener('keydown', press)
    }
  }, [])
}

function isMeantForSomethingElse(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.repeat) return true
  const target = event.target instanceof Element ? event.target : null
  if (target?.closest('input, textarea, select, [contenteditable], [role="menu"]')) return true
  // Enter and space belong to whatever has the focus.
  if ((event.key === 'Enter' || event.key === ' ') && target?.closest('button, a, summary')) return true
  return document.querySelector('dialog[open]') !== null && event.key !== 'Escape'
}
