// What this device keeps for the person at it alone and the server must not have: gone with the sign-out, and when
// somebody else signs in.

const PREFIX = 'foyer:private:'

const listeners = new Set<() => void>()

/** What is kept under a name, as it was given; undefined where there is nothing, or no room for anything. */
export function readPrivate(name: string): string | undefined {
  try {
    return localStorage.getItem(`${PREFIX}${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** @returns whether the device had room */
export function keepPrivate(name: string, text: string): boolean {
  try {
    localStorage.setItem(`${PREFIX}${name}`, text)
  } catch {
    return false
  }
  for (const listener of listeners) listener()
  return true
}

export function clearAllPrivate(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key)
  for (const listener of listeners) listener()
}

export function subscribePrivate(listener: () => void): () => void {
  listeners.add(listener)
  addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    removeEventListener('storage', listener)
  }
}
