// Guests as the page holds them, and what is done with them.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { DAYS_LOCALE } from '#browser/language'
import { beginLooking } from '#browser/looking'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Guest } from '#contract/guests'
import type { PersonId, SpaceId } from '#contract/ref'
import { useToast } from '#ui/toast'

export function useGuestList(search: string) {
  return useInfiniteQuery({
    queryKey: ['guests', 'list-guests', search],
    queryFn: ({ pageParam }) =>
      call('guests', 'listGuests', {
        ...(search !== '' && { search }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (earlier) => earlier,
  })
}

export function useStay() {
  return useQuery({ queryKey: ['guests', 'get-stay'], queryFn: () => call('guests', 'getStay', {}) })
}

/** The day on which something ends, as people read it. */
export function dayOf(at: string): string {
  return new Intl.DateTimeFormat(DAYS_LOCALE, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(new Date(at))
}

/** What is done with guests; each tells what was done, and the lists are fetched anew. */
export function useGuestActs() {
  const queries = useQueryClient()
  const toast = useToast()
  const done = (sentence: string, undo?: () => void) => {
    queries.invalidateQueries({ queryKey: ['guests'] })
    queries.invalidateQueries({ queryKey: ['spaces'] })
    toast({ sentence, ...(undo && { undo }) })
  }
  const onError = (error: Error) => toast({ sentence: sentenceOf(error) })
  const renew = useMutation({
    mutationFn: (id: PersonId) => call('guests', 'renewGuest', { id }),
    onSuccess: ({ person, endsAt }: Guest) =>
      done(say('{name} stays until {day}.', { name: person.name, day: dayOf(endsAt ?? '') })),
    onError,
  })
  const end = useMutation({
    mutationFn: (id: PersonId) => call('guests', 'endGuest', { id }),
    onSuccess: ({ person, may }: Guest) =>
      done(
        say('{name} is signed out and reads nothing more.', { name: person.name }),
        may.renew ? () => renew.mutate(person.id) : undefined,
      ),
    onError,
  })
  const handOn = useMutation({
    mutationFn: (input: { id: PersonId; sponsorId: PersonId }) => call('guests', 'changeSponsor', input),
    onSuccess: ({ person, sponsor }: Guest) =>
      done(say('{sponsor} answers for {name} now.', { sponsor: sponsor?.name ?? '', name: person.name })),
    onError,
  })
  const look = useMutation({
    mutationFn: (input: { guestId: PersonId } | { spaceId: SpaceId }) => call('guests', 'beginLook', input),
    onSuccess: ({ id }) => beginLooking(id),
    onError,
  })
  return { renew, end, handOn, look }
}
