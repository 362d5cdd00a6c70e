// Whom one follows, for the page of a person.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import type { PersonId } from '#contract/ref'
import { useToast } from '#ui/toast'

const FOLLOWS = ['spaces', 'list-follows']

/** Whether one follows a person, undefined until it is known, and the press that changes it. */
export function useFollowPerson(id: PersonId): { follows: boolean | undefined; press: () => void } {
  const queries = useQueryClient()
  const toast = useToast()
  const { data } = useQuery({ queryKey: FOLLOWS, queryFn: () => call('spaces', 'listFollows', {}) })
  const follows = data?.people.includes(id)
  const change = useMutation({
    mutationFn: () => call('spaces', follows ? 'unfollow' : 'follow', { what: 'person', id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: FOLLOWS }),
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return { follows, press: () => change.mutate() }
}
