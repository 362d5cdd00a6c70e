// For the author of an announcement and for stewards: how many have seen it, never who.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
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

const NUMBERS = new Intl.NumberFormat('en')

function reachWords({ seen, isAtLeast, of }: ReplyOf<typeof announcements.getReach>): string {
  const members = NUMBERS.format(of)
  if (seen === null) return `Seen by fewer than 5 of ${members}, or too few are here to say`
  return `Seen by ${isAtLeast ? 'at least ' : ''}${NUMBERS.format(seen)} of ${members}`
}
