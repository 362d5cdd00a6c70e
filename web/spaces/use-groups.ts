// Groups that can be mentioned, as the page holds them.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { GroupId } from '#contract/named-groups'
import type { PersonId } from '#contract/ref'

const GROUPS = ['spaces', 'list-named-groups']
const GROUP = ['spaces', 'get-named-group']

export function useGroups() {
  return useInfiniteQuery({
    queryKey: GROUPS,
    queryFn: ({ pageParam }) =>
      call('spaces', 'listNamedGroups', { limit: 50, ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function useGroup(groupId: GroupId) {
  return useQuery({
    queryKey: [...GROUP, groupId],
    queryFn: () => call('spaces', 'getNamedGroup', { groupId }),
  })
}

function useGroupsChanged() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [GROUPS, GROUP, ['spaces', 'suggest-groups']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}

export function useMakeGroup() {
  const changed = useGroupsChanged()
  return useMutation({
    mutationFn: (name: string) => call('spaces', 'makeNamedGroup', { name }),
    onSuccess: changed,
  })
}

type Change = { groupId: GroupId; name?: string; personIds?: PersonId[] }

export function useChangeGroup() {
  const changed = useGroupsChanged()
  return useMutation({
    mutationFn: (change: Change) => call('spaces', 'changeNamedGroup', change),
    onSuccess: changed,
  })
}

export function useRemoveGroup() {
  const changed = useGroupsChanged()
  return useMutation({
    mutationFn: (groupId: GroupId) => call('spaces', 'removeNamedGroup', { groupId }),
    onSuccess: changed,
  })
}
