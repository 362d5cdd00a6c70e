// Whether this device can pay for an anonymous question just now, and if not, why.
import { useQuery } from '@tanstack/react-query'
import { callAsNobody } from '#browser/client'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import { fetchStock, mayMakeTokens, useTokenCount } from './stock.ts'

type Tokens = {
  count: number
  /** Why one cannot ask now, in a sentence. */
  whyNot: string | undefined
  problem: Error | undefined
  retry: () => void
}

export function useTokens(): Tokens {
  const { person } = useMe()
  const count = useTokenCount()
  const isPossible = person.guestOf === null && mayMakeTokens()
  const fetched = useQuery({
    queryKey: ['answers', 'tokens', person.id],
    queryFn: async () => {
      await fetchStock(person.id)
      return callAsNobody('answers', 'getTokenKey', {})
    },
    enabled: isPossible,
    gcTime: 0,
  })
  return {
    count,
    whyNot: isPossible ? whyNot(fetched.data, count) : whyNever(person.guestOf !== null),
    problem: fetched.error ?? undefined,
    retry: () => void fetched.refetch(),
  }
}

function whyNever(isGuest: boolean): string {
  return isGuest
    ? say('Guests ask with their names.')
    : say(
        'This browser can keep you anonymous only where Foyer is reached by https. Tell your administrator.',
      )
}

type Week = { isEnoughPeople: boolean; peopleMin: number; tokensMax: number; endsAt: string }

function whyNot(week: Week | undefined, count: number): string | undefined {
  if (week === undefined) return say('One moment: tokens are fetched.')
  if (count === 0) {
    return say(
      'There are no tokens left on this device this week. A person gets {most}; those that another device fetched are there.',
      { most: week.tokensMax },
    )
  }
  if (week.isEnoughPeople) return undefined
  return say(
    'Fewer than {least} people have fetched tokens this week, so a question would not be anonymous yet. They come by themselves to whoever opens Foyer; try again later.',
    { least: week.peopleMin },
  )
}
