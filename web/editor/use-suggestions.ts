// Who or what might be meant by what is being typed, which of them is marked, and taking one. The same for the text
// area and for the editor.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '#browser/client'
import { useSettled } from '#browser/use-settled'
import type { NamedGroup } from '#contract/named-groups'
import type { PersonRef } from '#contract/ref'
import { type Mentioned, type Typed, typedAt } from './suggestions.ts'

const OFFERED = 4
const GROUPS_OFFERED = 2
const SETTLED_MS = 120

export type Suggestion =
  | { sign: '@'; key: string; mentioned: Mentioned; person: PersonRef }
  | { sign: '@'; key: string; mentioned: Mentioned; group: NamedGroup }
  | { sign: '#'; key: string; topic: string; saidCount: number }

/** The keys of a list, wherever they come from. */
export type PressedKey = Pick<
  KeyboardEvent,
  'key' | 'metaKey' | 'ctrlKey' | 'preventDefault' | 'stopPropagation'
>

export type Suggesting = {
  id: string
  suggestions: Suggestion[]
  markedIndex: number
  take: (suggestion: Suggestion) => void
  /** To be called with every change of the text or the caret; nothing where no suggestion is wanted. */
  look: (text: string | undefined, caret: number) => void
  close: () => void
  /** Handles the keys of an open list; true when the key was meant for it. */
  pressed: (event: PressedKey) => boolean
}

/** `onTake` puts what was meant in the place of what was typed. */
export function useSuggestions(onTake: (meant: Suggestion, typed: Typed) => void): Suggesting {
  const id = useId()
  const [typed, setTyped] = useState<Typed>()
  const [marked, setMarked] = useState(0)
  const suggestions = useSuggestionsFor(typed)
  const close = () => setTyped(undefined)
  const take = (suggestion: Suggestion) => {
    if (typed === undefined) return
    close()
    onTake(suggestion, typed)
  }
  const look = (text: string | undefined, caret: number) => {
    const found = text === undefined ? undefined : typedAt(text, caret)
    if (found?.search !== typed?.search || found?.sign !== typed?.sign) setMarked(0)
    setTyped(found)
  }
  const markedIndex = Math.min(marked, Math.max(0, suggestions.length - 1))
  const pressed = (event: PressedKey) => {
    const suggestion = suggestions[markedIndex]
    if (suggestion === undefined || event.metaKey || event.ctrlKey) return false
    if (event.key === 'ArrowDown') setMarked((markedIndex + 1) % suggestions.length)
    else if (event.key === 'ArrowUp') setMarked((markedIndex + suggestions.length - 1) % suggestions.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(suggestion)
    else if (event.key === 'Escape') close()
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  return { id, suggestions, markedIndex, take, look, close, pressed }
}

/** Lets a screen reader follow the marked suggestion while the focus stays where one writes. */
export function ariaOf({ id, suggestions, markedIndex }: Suggesting): Record<string, string> {
  if (suggestions.length === 0) return {}
  return { 'aria-controls': id, 'aria-activedescendant': `${id}-${markedIndex}` }
}

function personOffered(person: PersonRef): Suggestion {
  return { sign: '@', key: person.id, mentioned: { id: person.id, name: person.name }, person }
}

function groupOffered(group: NamedGroup): Suggestion {
  return { sign: '@', key: group.id, mentioned: { id: `group:${group.id}`, name: group.name }, group }
}

function useSuggestionsFor(typed: Typed | undefined): Suggestion[] {
  const search = useSettled(typed?.search, SETTLED_MS)
  const people = useQuery({
    queryKey: ['people', 'list-people', 'mention', search],
    queryFn: () => call('people', 'listPeople', { ...(search && { search }), limit: OFFERED }),
    enabled: search !== undefined && typed?.sign === '@',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const groups = useQuery({
    queryKey: ['spaces', 'suggest-groups', search],
    queryFn: () => call('spaces', 'suggestGroups', { text: search ?? '', limit: GROUPS_OFFERED }),
    enabled: search !== undefined && search !== '' && typed?.sign === '@',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  const topics = useQuery({
    queryKey: ['spaces', 'suggest-topics', search],
    queryFn: () => call('spaces', 'suggestTopics', { text: search ?? '', limit: OFFERED }),
    enabled: search !== undefined && typed?.sign === '#',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })
  if (typed?.sign === '@') {
    return [
      ...(search === '' ? [] : (groups.data?.items ?? [])).map(groupOffered),
      ...(people.data?.items ?? []).map(personOffered),
    ]
  }
  if (typed?.sign !== '#') return []
  // A topic that is written out already needs no list before the next word.
  const others = (topics.data?.items ?? []).filter(({ topic }) => topic !== typed.search.toLowerCase())
  return others.map(({ topic, saidCount }) => ({ sign: '#', key: topic, topic, saidCount }))
}
