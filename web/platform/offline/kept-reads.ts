// Keeps what was read on the device while it is read, and brings it back where an answer does not come for want of a
// line. What the server says is not there, or not to be seen, goes from the device too.
import { hashKey, type Query, type QueryCacheNotifyEvent, type QueryClient } from '@tanstack/react-query'
import { now } from '../clock.ts'
import { CallProblem } from '../problem.ts'
import { STANDING } from '../standing.ts'
import { asKept, belongsTo, goneWith, kindOf } from './keeping.ts'
import type { Read, Shelf } from './shelf.ts'

const SOON_MS = 800
/** What was brought back stays on the page as long as the page does. */
const BROUGHT_BACK_MS = 86_400_000

export type KeptReads = ReturnType<typeof keepReads>

/** @param whoIsHere undefined while nothing may be kept: with nobody signed in, or with the eyes of another */
export function keepReads(about: {
  shelf: Shelf
  queries: QueryClient
  whoIsHere: () => string | undefined
}) {
  const { shelf, queries, whoIsHere } = about
  const cache = queries.getQueryCache()
  const changed = new Map<string, Query>()
  let isBringingBack = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    const personId = whoIsHere()
    // What the page has let go of since may have been another person's.
    const queries = [...changed.values()].filter((query) => cache.get(query.queryHash) === query)
    changed.clear()
    if (personId === undefined) return
    const reads = queries.flatMap((query) => readOf(query, personId) ?? [])
    if (reads.length > 0) await shelf.reads.put(reads, { personId, nowMs: now().getTime() })
  }
  const keepSoon = (query: Query) => {
    if (kindOf(query.queryKey) === undefined || query.state.data === undefined) return
    changed.set(query.queryHash, query)
    // A device that has no room for it has none; what is on the screen is not touched by that.
    timer ??= setTimeout(() => void flush().catch(() => {}), SOON_MS)
  }
  const show = ({ queryKey, text, label }: Read) => {
    const known = queries.getQueryState(queryKey)
    if (known?.data !== undefined) return
    const query = cache.build(queries, { queryKey, gcTime: BROUGHT_BACK_MS })
    isBringingBack = true
    query.setData(JSON.parse(text), { updatedAt: label.saidAt, manual: true })
    isBringingBack = false
  }
  const bringBackOne = async ({ queryHash }: Query) => {
    const read = await shelf.reads.find(queryHash)
    if (read !== undefined && read.label.personId === whoIsHere()) show(read)
  }
  const letGo = async (query: Query) => {
    const gone = goneWith(query.queryKey)
    changed.delete(query.queryHash)
    // It stands on the screen, brought back or known from before; it goes from there as well.
    query.setState({ data: undefined, dataUpdatedAt: 0 })
    await shelf.reads.drop(
      ({ hash, belongsTo }) => hash === query.queryHash || (gone !== undefined && belongsTo.includes(gone)),
    )
  }
  cache.subscribe((event) => {
    const what = whatItMeans(event)
    if (what === 'keep' && !isBringingBack) keepSoon(event.query)
    if (what === 'bring-back') void bringBackOne(event.query).catch(() => {})
    if (what === 'let-go') void letGo(event.query).catch(() => {})
  })
  for (const query of cache.getAll()) keepSoon(query)
  // The last moment of a page that is put away on a phone.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flush().catch(() => {})
  })
  return {
    /** Keeps at once what was read until now. */
    flush,
    /** Puts all that the last person here kept onto the page: who they are, and what they read. */
    bringBack: async (): Promise<void> => {
      const last = await shelf.reads.find(hashKey(STANDING))
      if (last === undefined) return
      const all = await shelf.reads.all(last.label.personId)
      // Who is here comes last: a screen that is drawn then finds what it shows.
      for (const read of all.filter(({ label }) => label.kind !== 'standing')) show(read)
      show(last)
    },
    /** Leaves only what is this person's; nothing when there is nobody. */
    leaveOnly: async (personId: string | undefined): Promise<void> => {
      await shelf.reads.drop((label) => label.personId !== personId)
    },
  }
}

function whatItMeans(event: QueryCacheNotifyEvent): 'keep' | 'bring-back' | 'let-go' | undefined {
  const { query, type } = event
  if (kindOf(query.queryKey) === undefined) return undefined
  if (type === 'observerAdded') return 'keep'
  if (type !== 'updated') return undefined
  if (event.action.type === 'success') return 'keep'
  if (event.action.type !== 'error' || !(event.action.error instanceof CallProblem)) return undefined
  const { status } = event.action.error.problem
  if (status === 403 || status === 404) return 'let-go'
  return status === 0 && query.state.data === undefined ? 'bring-back' : undefined
}

function readOf(query: Query, personId: string): Read | undefined {
  const { queryKey, queryHash, state, meta } = query
  const kind = kindOf(queryKey)
  const text = state.data === undefined ? undefined : asKept(state.data)
  if (kind === undefined || text === undefined) return undefined
  // A thread that was only taken along does not push out the ones that were opened.
  const isAlong = kind === 'thread' && meta?.isAlong === true && !query.isActive()
  return {
    ...{ queryKey, text },
    label: {
      ...{ hash: queryHash, personId, kind: isAlong ? 'along' : kind, saidAt: state.dataUpdatedAt },
      ...{ usedAt: now().getTime(), characters: text.length, belongsTo: belongsTo(queryKey, state.data) },
    },
  }
}
