// The drafts of this tab, as the page uses them.
import { useSyncExternalStore } from 'react'
import { DraftStore, otherOf } from './draft-store.ts'
import { clearAllPrivate } from './kept-private.ts'

const SOON_MS = 250

let isWaiting = false

function later(act: () => void): void {
  if (isWaiting) return
  isWaiting = true
  setTimeout(() => {
    isWaiting = false
    act()
  }, SOON_MS)
}

const drafts = new DraftStore(() => localStorage, later)

if (typeof document !== 'undefined') {
  // The last moments in which a page that is left, or put away on a phone, can still do something.
  addEventListener('pagehide', drafts.flush)
  document.addEventListener('visibilitychange', () =>
    document.visibilityState === 'hidden' ? drafts.flush() : drafts.lookAgain(),
  )
  addEventListener('storage', drafts.lookAgain)
}

/** A text that survives a reload; one that is back at what it started from is no draft. */
export function useDraft(key: string, startsWith: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.textOf(key))
  return [text ?? startsWith, (next) => drafts.write(key, asDraft(next, startsWith))]
}

/** Keeps a text that takes a while to make: it is asked for when it is kept. */
export function writeDraftLater(key: string, startsWith: string, text: () => string): void {
  drafts.writeLater(key, () => asDraft(text(), startsWith))
}

function asDraft(text: string, startsWith: string): string | undefined {
  return text === startsWith ? undefined : text
}

/** Whether there is a draft or something that belongs to it, such as a title; and whether the device had room. */
export function useDraftStanding(key: string): 'none' | 'kept' | 'no-room' {
  return useSyncExternalStore(drafts.subscribe, () => {
    if (!drafts.has(key)) return 'none'
    return drafts.hasRoomFor(key) ? 'kept' : 'no-room'
  })
}

/** Words that another tab wrote in the same place, and how to have those instead. */
export function useOtherDraft(key: string): { text: string; take: () => void } | undefined {
  const text = useSyncExternalStore(drafts.subscribe, () => drafts.textOf(otherOf(key)))
  return text === undefined ? undefined : { text, take: () => drafts.swapWithOther(key) }
}

export function hasDraft(key: string): boolean {
  return drafts.has(key)
}

/** Forgets a draft with all that belongs to it; what is returned brings it back. */
export function clearDraft(key: string): () => void {
  return drafts.clear(key)
}

/** Whoever signs out leaves no words behind on a device that others may use. */
export function clearAllDrafts(): void {
  drafts.clearAll()
}

/** Whose drafts lie on this device. */
const LAST_PERSON = 'foyer:last-person'

/** Takes away what another person left begun or kept to themselves on this device, which is not to be shown to this one. */
export function clearDraftsOfOthers(personId: string): void {
  const last = localStorage.getItem(LAST_PERSON)
  if (last !== null && last !== personId) {
    drafts.clearAll()
    clearAllPrivate()
  }
  localStorage.setItem(LAST_PERSON, personId)
}

/** What was begun somewhere, with what belongs to it, to be begun there once more. */
export type Begun = { key: string; texts: Readonly<Record<string, string>> }

/** What is begun under a key now. */
export function begunUnder(key: string): Begun {
  drafts.flush()
  return { key, texts: drafts.under(key) }
}

/** Puts words back where they were begun, below what was begun there since. */
export function beginAgain({ key, texts }: Begun): void {
  const since = drafts.textOf(key)
  for (const [each, text] of Object.entries(texts)) {
    if (drafts.textOf(each) === undefined) drafts.write(each, text)
    else if (each === key && since !== text) drafts.write(key, `${since}\n\n${text}`)
  }
  drafts.flush()
}
