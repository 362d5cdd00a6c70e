// For the author of an announcement and for stewards: how many have seen it, never who.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { announcements } from '#contract/announcements'
import type { ReplyOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'

export function Reach({ postId }: { postId: PostId }) {
  const { data } = useQuery({
    queryKey: ['spaces', 'get-reach', postId],
    queryFn: () => call('spaces', 'getReach', { postId }),
  })
  return data && <span>{reachWords(data)}</span>
}

function reachWords({ seen, isAtLeast, of }: ReplyOf<typeof announcements.getReach>): string {
  if (seen === null) {
    return say('Seen by fewer than 5 of {of, number}, or too few are here to say', { of })
  }
  return isAtLeast
    ? say('Seen by at least {seen, number} of {of, number}', { seen, of })
    : say('Seen by {seen, number} of {of, number}', { seen, of })
}
