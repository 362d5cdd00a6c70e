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

type About = {
  shelf: Shelf['reads']
  queries: QueryClient
  /** Undefined while nobody is signed in. */
  whoIsHere: () => string | undefined
}

export class KeptReads {
  readonly #shelf: Shelf['reads']
  readonly #queries: QueryClient
  readonly #whoIsHere: About['whoIsHere']
  readonly #changed = new Map<string, Query>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isBringingBack = false

  constructor({ shelf, queries, whoIsHere }: About) {
    this.#shelf = shelf
    this.#queries = queries
    this.#whoIsHere = whoIsHere
  }

  /** Begins with what the page has read already, and with what it could not read for want of a line. */
  watch(): void {
    const cache = this.#queries.getQueryCache()
    cache.subscribe((event) => this.#hear(event))
    for (const query of cache.getAll()) {
      this.#keepSoon(query)
      if (isMissed(query, query.state.error)) void this.#bringBackOne(query).catch(() => {})
    }
    // The last moment of a page that is put away on a phone.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') void this.flush().catch(() => {})
    })
  }

  /** Keeps at once what was read until now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const personId = this.#whoIsHere()
    // What the page has let go of since may have been another person's.
    const cache = this.#queries.getQueryCache()
    const changed = [...this.#changed.values()].filter((query) => cache.get(query.queryHash) === query)
    this.#changed.clear()
    if (personId === undefined) return
    const reads = changed.flatMap((query) => readOf(query, personId) ?? [])
    if (reads.length > 0) await this.#shelf.put(reads, { personId, nowMs: now().getTime() })
  }

  /** Puts all that the last person here kept onto the page: who they are, and what they read. */
  async bringBack(): Promise<void> {
    const last = await this.#shelf.find(hashKey(STANDING))
    if (last === undefined) return
    const all = await this.#shelf.all(last.label.personId)
    // Who is here comes last: a screen that is drawn then finds what it shows.
    for (const read of all) if (read.label.kind !== 'standing') this.#show(read)
    this.#show(last)
  }

  /** Leaves only what is this person's; nothing when there is nobody. */
  async leaveOnly(personId: string | undefined): Promise<void> {
    await this.#shelf.drop((label) => label.personId !== personId)
  }

  #hear(event: QueryCacheNotifyEvent): void {
    const what = whatItMeans(event)
    if (what === 'keep' && !this.#isBringingBack) this.#keepSoon(event.query)
    if (what === 'bring-back') void this.#bringBackOne(event.query).catch(() => {})
    if (what === 'let-go') void this.#letGo(event.query).catch(() => {})
  }

  #keepSoon(query: Query): void {
    if (kindOf(query.queryKey) === undefined || query.state.data === undefined) return
    this.#changed.set(query.queryHash, query)
    // A device that has no room for it has none; what is on the screen is not touched by that.
    this.#timer ??= setTimeout(() => void this.flush().catch(() => {}), SOON_MS)
  }

  #show({ queryKey, text, label }: Read): void {
    if (this.#queries.getQueryState(queryKey)?.data !== undefined) return
    const query = this.#queries.getQueryCache().build(this.#queries, { queryKey, gcTime: BROUGHT_BACK_MS })
    this.#isBringingBack = true
    query.setData(JSON.parse(text), { updatedAt: label.saidAt, manual: true })
    this.#isBringingBack = false
  }

  async #bringBackOne({ queryHash }: Query): Promise<void> {
    const read = await this.#shelf.find(queryHash)
    if (read !== undefined && read.label.personId === this.#whoIsHere()) this.#show(read)
  }

  async #letGo(query: Query): Promise<void> {
    const gone = goneWith(query.queryKey)
    this.#changed.delete(query.queryHash)
    // It stands on the screen, brought back or known from before; it goes from there as well.
    query.setState({ data: undefined, dataUpdatedAt: 0 })
    await this.#shelf.drop(
      (label) => label.hash === query.queryHash || (gone !== undefined && label.belongsTo.includes(gone)),
    )
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
  return isMissed(query, event.action.error) ? 'bring-back' : undefined
}

/** Whether there is nothing to show because the line broke. */
function isMissed({ queryKey, state }: Query, error: unknown): boolean {
  const isLineBroken = error instanceof CallProblem && error.problem.status === 0
  return isLineBroken && state.data === undefined && kindOf(queryKey) !== undefined
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
