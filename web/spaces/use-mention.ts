// The mention that is being typed into a text area: who might be meant, which of them is marked, and taking one.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { call } from '#browser/client'
import { useSettled } from '#browser/use-settled'
import type { PersonRef } from '#contract/ref'
import { type MentionDraft, mentionAt, withMention } from './mentions.ts'

const PEOPLE_OFFERED = 4
const SETTLED_MS = 120

export type Mentioning = {
  people: PersonRef[]
  markedIndex: number
  take: (person: PersonRef) => void
  /** To be called with every change of the text or the caret. */
  look: (text: string, caret: number) => void
  close: () => void
  /** Handles the keys of an open list; true when the key was meant for it. */
  pressed: (event: KeyboardEvent) => boolean
}

/** `onTake` puts the text with the mention in place and the caret behind it. */
export function useMention(onTake: (text: string, caret: number) => void): Mentioning {
  const [typed, setTyped] = useState<{ text: string; draft: MentionDraft }>()
  const [marked, setMarked] = useState(0)
  const people = usePeople(typed?.draft.search)
  const close = () => setTyped(undefined)
  const take = (person: PersonRef) => {
    if (typed === undefined) return
    const { text, caret } = withMention(typed.text, typed.draft, person)
    close()
    onTake(text, caret)
  }
  const look = (text: string, caret: number) => {
    const draft = mentionAt(text, caret)
    if (draft?.search !== typed?.draft.search) setMarked(0)
    setTyped(draft && { text, draft })
  }
  const markedIndex = Math.min(marked, Math.max(0, people.length - 1))
  const pressed = (event: KeyboardEvent) => {
    const person = people[markedIndex]
    if (person === undefined || event.metaKey || event.ctrlKey) return false
    if (event.key === 'ArrowDown') setMarked((markedIndex + 1) % people.length)
    else if (event.key === 'ArrowUp') setMarked((markedIndex + people.length - 1) % people.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(person)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { people, markedIndex, take, look, close, pressed }
}

/** People whose name begins like what is being typed; nobody while nothing is. */
function usePeople(search: string | undefined): PersonRef[] {
  const calm = useSettled(search, SETTLED_MS)
  const { data } = useQuery({
    queryKey: ['people', 'list-people', 'mention', calm],
    queryFn: () => call('people', 'listPeople', { ...(calm && { search: calm }), limit: PEOPLE_OFFERED }),
    enabled: calm !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  return search === undefined ? [] : (data?.items ?? [])
}
