// An open thread, live: what is told goes into what the page holds, and what others replied is noted until it was seen.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLive } from '#browser/live'
import { useMe } from '#browser/session'
import type { PersonId, PostId } from '#contract/ref'
import type { Reply } from '#contract/said'
import { type Pages, threadKey } from './held-threads.ts'
import { withHeard } from './live-thread.ts'
import { isLaterThan } from './visit.ts'

export type Arrivals = {
  /** Replies of others that came while the thread was open and were not in view yet, in the order of their coming. */
  waiting: readonly Reply[]
  /** Some of them came into view. */
  onSeen: (ids: readonly string[]) => void
}

export function useLiveThread(postId: PostId): Arrivals {
  const client = useQueryClient()
  const me = useMe()
  const [waiting, setWaiting] = useState<readonly Reply[]>([])
  const arrive = (replies: readonly Reply[]) =>
    setWaiting((known) => [
      ...known,
      ...replies.filter(
        (reply) => isOfOther(reply, me.person.id) && !known.some(({ id }) => id === reply.id),
      ),
    ])
  useLive({ postId }, (event, number) => {
    if (event.what === 'hello') return void catchUp(client, postId).then(arrive)
    client.setQueriesData<Pages>(
      { queryKey: threadKey(postId) },
      (data) => data && withHeard(data, event, number),
    )
    if (event.what === 'reply-written' && event.postId === postId) arrive([event.reply])
  })
  const onSeen = (ids: readonly string[]) =>
    setWaiting((known) => known.filter(({ id }) => !ids.includes(id)))
  return { waiting, onSeen }
}

function isOfOther({ author, isDeleted }: Reply, viewerId: PersonId): boolean {
  return author.id !== viewerId && !isDeleted
}

/** Fetches the thread anew. @returns the replies that were not there before, as far as they came since */
async function catchUp(client: QueryClient, postId: PostId): Promise<Reply[]> {
  const queryKey = threadKey(postId)
  const query = client.getQueryCache().find<Pages>({ queryKey, exact: false, type: 'active' })
  // A first fetch that is under way may have looked before anything was heard here; its answer is shown all the same.
  if (query?.state.data === undefined) await query?.promise?.catch(() => {})
  const before = query?.state.data
  await client.refetchQueries({ queryKey, type: 'active' })
  const known = new Set(repliesIn(before).map(({ id }) => id))
  const until = before?.pages[0]?.post.lastAt
  return repliesIn(query?.state.data).filter(
    ({ id, at }) => !known.has(id) && until !== undefined && isLaterThan(at, until),
  )
}

function repliesIn(data: Pages | undefined): Reply[] {
  return data?.pages.flatMap((page) => page.replies) ?? []
}
