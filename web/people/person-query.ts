import { call } from '#browser/client'
import type { PersonId } from '#contract/ref'

/** How a profile is fetched, and by which key it is known. */
export function personQuery(id: PersonId) {
  return {
    queryKey: ['people', 'get-person', { id }],
    queryFn: () => call('people', 'getPerson', { id }),
  }
}
