// What somebody began to write, kept on this device until it is sent.
import { useState } from 'react'

const PREFIX = 'foyer:draft:'

export function hasDraft(key: string): boolean {
  return localStorage.getItem(PREFIX + key) !== null
}

export function clearDraft(key: string): void {
  localStorage.removeItem(PREFIX + key)
}

/** A text that survives a reload; one that is back at what it started from is no draft. */
export function useDraft(key: string, startsWith: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => localStorage.getItem(PREFIX + key) ?? startsWith)
  const write = (next: string) => {
    setText(next)
    if (next === startsWith || next === '') clearDraft(key)
    else keep(key, next)
  }
  return [text, write]
}

function keep(key: string, text: string): void {
  try {
    localStorage.setItem(PREFIX + key, text)
  } catch {
    // The device has no room for it; the words still stand on the screen.
  }
}

/** Whoever signs out leaves no words behind on a device that others may use. */
export function clearAllDrafts(): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(PREFIX)) localStorage.removeItem(name)
  }
}
