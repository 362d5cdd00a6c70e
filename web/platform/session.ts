// Who is at the page.
import { hashKey, type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { Me, Standing } from '#contract/auth'
import { call } from './client.ts'
import { clearAllDrafts, clearDraftsOfOthers } from './drafts.ts'
import { clearAllPrivate } from './kept-private.ts'
import { bringBack, offline } from './offline.ts'
import { followLanguage } from './page-language.ts'
import { STANDING } from './standing.ts'
import { takeWayBack } from './way-back.ts'

const standingQuery = {
  queryKey: STANDING,
  queryFn: () => call('auth', 'whoAmI', {}).catch(bringBack),
  staleTime: 60_000,
}

/**
 * Asks who is there before anything is drawn. What went wrong is told by the screen, which asks again. Never settles
 * where the page is to come in another language.
 */
export async function knowWhoIsThere(queries: QueryClient): Promise<void> {
  await queries.prefetchQuery(standingQuery)
  const asked = queries.getQueryState<Standing>(STANDING)
  // What was kept on the device without a line is no answer.
  const isAnswer = asked?.status === 'success'
  if (isAnswer && followLanguage(asked.data, () => location.reload())) await new Promise(() => {})
}

export function useStanding() {
  return useQuery(standingQuery)
}

/**
 * The one who is signed in; the shell shows a page that uses it only then. When a session ends, the page stays theirs
 * for the moment until the shell has fetched the door.
 */
export function useMe(): Me {
  const { data } = useStanding()
  const known = useRef<Me>(undefined)
  if (data?.standing === 'signed-in') known.current = data.me
  if (known.current === undefined) throw new Error('nobody is signed in')
  return known.current
}

/**
 * Takes over what a sign-in answered; nothing seen before belongs to the one who came.
 * @returns what says whether this page stays, rather than leading on by itself in the language of the one who came
 */
export function useEnter() {
  const queries = useQueryClient()
  return (standing: Standing) => enter(queries, standing)
}

function enter(queries: QueryClient, standing: Standing): boolean {
  queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(STANDING) })
  if (standing.standing === 'signed-in') clearDraftsOfOthers(standing.me.person.id)
  if (followLanguage(standing, () => location.replace(takeWayBack()))) return false
  queries.setQueryData(STANDING, standing)
  return true
}

/** Signs out and leaves nothing of this person on the device: the page begins anew, so its memory is gone too. */
export async function leave(): Promise<void> {
  await call('auth', 'signOut', {})
  await (await offline())?.forgetAll()
  await endPushes()
  clearAllDrafts()
  clearAllPrivate()
  location.assign('/sign-in')
}

/** Whoever comes to this device next is not told of what waits for the one who left. */
async function endPushes(): Promise<void> {
  // Neither a page without https nor an old browser has them.
  const worker = await navigator.serviceWorker?.getRegistration()
  await (await worker?.pushManager?.getSubscription())?.unsubscribe()
}
