// How many notices are unread, kept up to date while the page stands open.
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, call } from '#browser/client'
import { timeZone } from '#browser/clock'
import { useLive } from '#browser/live'
import { askAnew } from '#browser/queries'

export type Count = Answer<'notices', 'countNotices'>

export const COUNT = ['notices', 'count-notices']
const NOTICES = ['notices']
const FRESH_MS = 60_000
/** From here on the number says no more than that it is many. */
const SHOWN_MAX = 99

export function useCount(): Count | undefined {
  const { data } = useQuery({
    queryKey: COUNT,
    queryFn: () => call('notices', 'countNotices', {}),
    staleTime: FRESH_MS,
  })
  return data
}

/** Fetches notices anew when they are told to be otherwise. Stands once on the page. */
export function useLiveNotices(): void {
  const queries = useQueryClient()
  useLive({}, ({ what }) => {
    // With the first greeting too: what was told between the first fetch and the stream would be heard of by nobody.
    if (what === 'notices-changed' || what === 'hello') void refreshNotices(queries)
  })
}

/** Says in which zone this device is, where that counts: on a journey, or where the profile names none. */
export function useNoteZone(): void {
  const kept = useCount()?.deviceZone ?? null
  useEffect(() => {
    const zone = timeZone()
    // Nobody waits for it; it is said again when the page comes anew.
    if (kept !== null && kept !== zone) call('notices', 'noteZone', { timeZone: zone }).catch(() => {})
  }, [kept])
}

export function refreshNotices(queries: QueryClient): Promise<void> {
  return askAnew(queries, NOTICES)
}

/** A count as it is shown: in words of at most three signs. */
export function shownCount(count: number): string {
  return count > SHOWN_MAX ? `${SHOWN_MAX}+` : String(count)
}
