// What the page knows of the server, how long it believes it, and what it does when a session is over.
import { notifyManager, QueryClient, type QueryKey } from '@tanstack/react-query'
import { whenSignedOut } from './client.ts'
import { STANDING } from './standing.ts'

const FRESH_MS = 15_000

export function openQueries(): QueryClient {
  // What one chose stands on the page before anything else happens: a later task would first show it as it was.
  notifyManager.setScheduler(queueMicrotask)
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A refusal stays one however often it is asked, and a call tries again by itself when the line breaks.
        retry: false,
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
  whenSignedOut(() => queries.invalidateQueries({ queryKey: STANDING }))
  return queries
}

/**
 * Asks anew for what changed and is on the screen. What is on its way was read before that, and the first answer of all
 * would otherwise be taken for the new one: it is let go.
 */
export async function askAnew(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await queries.cancelQueries({ queryKey })
  await queries.invalidateQueries({ queryKey })
}

/**
 * Shows at once what was just chosen or done, where it is known already. What was asked before and is not answered yet
 * knows nothing of it: that answer is let go, or it would put back for a moment what was there.
 */
export function showAtOnce<Known>(
  queries: QueryClient,
  queryKey: QueryKey,
  change: (known: Known) => Known,
): void {
  if (queries.getQueryData<Known>(queryKey) === undefined) return
  void queries.cancelQueries({ queryKey, exact: true })
  queries.setQueryData<Known>(queryKey, (known) => known && change(known))
}
