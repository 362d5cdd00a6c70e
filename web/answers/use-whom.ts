// Whom one asks beside the space, as it is chosen on the page.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import type { PersonId } from '#contract/ref'
import type { AskedRole, AskWhom } from '#contract/whom'

/** @param prefilledId the person whom one came here to ask; empty for nobody */
export function useWhom(prefilledId: string, spaceId: string) {
  const [what, setWhat] = useState<AskWhom['what']>(prefilledId === '' ? 'space' : 'person')
  const [personId, setPersonId] = useState(prefilledId)
  const [role, setRole] = useState<AskedRole>('executive')
  const [isLacking, setIsLacking] = useState(false)
  const places = useQuery({
    queryKey: ['answers', 'list-spaces-to-ask', personId],
    queryFn: () => call('answers', 'listSpacesToAsk', { personId: personId as PersonId }),
    enabled: what === 'person' && personId !== '',
  })
  const readsSpace = spaceId === '' || places.data?.items.some(({ id }) => id === spaceId) !== false
  const whom: AskWhom | undefined =
    what === 'person'
      ? personId === ''
        ? undefined
        : { what, personId: personId as PersonId }
      : what === 'role'
        ? { what, role }
        : { what }
  return {
    ...{ what, setWhat, personId, setPersonId, role, setRole, whom, readsSpace, isLacking, setIsLacking },
    person: personId === '' ? undefined : places.data?.person,
    problem: places.error,
    places: places.data?.items ?? [],
  }
}

/** The reply with which a question begins. Whether it may be quoted is asked anew for each space. */
export function useReplyToAsk(replyId: string, spaceId: string) {
  return useQuery({
    queryKey: ['answers', 'get-reply-to-ask', replyId, spaceId],
    queryFn: () =>
      call('answers', 'getReplyToAsk', {
        replyId: replyId as never,
        ...(spaceId !== '' && { spaceId: spaceId as never }),
      }),
    enabled: replyId !== '',
  })
}
