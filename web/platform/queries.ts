// What the page knows of the server, how long it believes it, and what it does when a session is over.
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { codeOf } from './problem.ts'
import { STANDING } from './session.ts'

const FRESH_MS = 15_000

export function openQueries(): QueryClient {
  const noticeEnd = (error: unknown) => {
    if (codeOf(error) === 'not-signed-in') queries.invalidateQueries({ queryKey: STANDING })
  }
  const queries = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
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
  return queries
}
