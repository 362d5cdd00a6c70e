// Light or dark: as the system has it, unless somebody chose on this device.
import { useSyncExternalStore } from 'react'

export type Theme = 'system' | 'light' | 'dark'

const NAME = 'foyer:theme'

const listeners = new Set<() => void>()

function chosenTheme(): Theme {
  const theme = localStorage.getItem(NAME)
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** The choice, wherever on the page it is changed. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, chosenTheme)
}

/** Whether the page is dark at the moment, by choice or as the system has it. */
export function useIsDark(): boolean {
  return useSyncExternalStore(subscribe, isDark)
}

function isDark(): boolean {
  const theme = chosenTheme()
  return theme === 'system' ? systemIsDark().matches : theme === 'dark'
}

function systemIsDark(): MediaQueryList {
  return matchMedia('(prefers-color-scheme: dark)')
}

function subscribe(listener: () => void): () => void {
  const system = systemIsDark()
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}

export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(NAME)
  else localStorage.setItem(NAME, theme)
  showTheme()
  for (const listener of listeners) listener()
}

/** Puts the choice where the style sheet reads it. */
export function showTheme(): void {
  const theme = chosenTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
