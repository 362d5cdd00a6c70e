// Whom one does not want to hear, so that a thread folds what they say.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { PersonId } from '#contract/ref'

const SILENCED = ['spaces', 'list-silenced']
/** Only one's own doing changes it. */
const FRESH_MS = 10 * 60_000

export function useSilenced() {
  return useQuery({
    queryKey: SILENCED,
    queryFn: () => call('spaces', 'listSilenced', {}),
    staleTime: FRESH_MS,
  })
}

/** How one silenced a person; undefined for whoever one hears. */
export function useSilence(id: PersonId): 'muted' | 'blocked' | undefined {
  const found = useSilenced().data?.items.find(({ person }) => person.id === id)
  if (found === undefined) return undefined
  return found.isBlocked ? 'blocked' : 'muted'
}
