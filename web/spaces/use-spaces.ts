// Spaces as the page holds them, and what one may do with them.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { PersonId, SpaceId } from '#contract/ref'
import type { Space } from '#contract/spaces'

export type Which = 'all' | 'mine' | 'conversations'

export function useSpaceList(which: Which, search: string) {
  return useInfiniteQuery({
    queryKey: ['spaces', 'list-spaces', which, search],
    queryFn: ({ pageParam }) =>
      call('spaces', 'listSpaces', {
        which,
        limit: 50,
        ...(search !== '' && { search }),
        ...(pageParam !== undefined && { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

const keyOf = (id: SpaceId) => ['spaces', 'get-space', id]

export function useSpace(id: SpaceId) {
  return useQuery({ queryKey: keyOf(id), queryFn: () => call('spaces', 'getSpace', { id }) })
}

export function useMembers(spaceId: SpaceId) {
  return useInfiniteQuery({
    queryKey: ['spaces', 'list-members', spaceId],
    queryFn: ({ pageParam }) =>
      call('spaces', 'listMembers', {
        spaceId,
        limit: 50,
        ...(pageParam !== undefined && { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** What one does with a space changes the lists in which it stands, so they are fetched anew. */
function useSpaceWrite<Input, Reply>(write: (input: Input) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: write,
    onSuccess: () => client.invalidateQueries({ queryKey: ['spaces'] }),
  })
}

export const useCreateSpace = () =>
  useSpaceWrite((input: Pick<Space, 'name' | 'visibility' | 'isPorous'> & { purpose?: string }) =>
    call('spaces', 'createSpace', input),
  )

export const useChangeSpace = () =>
  useSpaceWrite((input: Pick<Space, 'id' | 'name' | 'purpose' | 'isPorous'>) =>
    call('spaces', 'updateSpace', input),
  )

export const useJoinSpace = () => useSpaceWrite((id: SpaceId) => call('spaces', 'joinSpace', { id }))

export const useLeaveSpace = () => useSpaceWrite((id: SpaceId) => call('spaces', 'leaveSpace', { id }))

export const useInvitePerson = () =>
  useSpaceWrite((input: { spaceId: SpaceId; personId: PersonId }) => call('spaces', 'invitePerson', input))

export const useFollowSpace = () =>
  useSpaceWrite(({ id, follows }: { id: SpaceId; follows: boolean }) =>
    call('spaces', follows ? 'follow' : 'unfollow', { what: 'space', id }),
  )
