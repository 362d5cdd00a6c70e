// What the page knows of the server, how long it believes it, and what it does when a session is over.
import { notifyManager, QueryClient } from '@tanstack/react-query'
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
