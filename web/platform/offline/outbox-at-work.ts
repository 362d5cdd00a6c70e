// The outbox of this device: keeps what was done before it leaves, and sends it whenever there is a line. Of several
// tabs one sends at a time.
import type { QueryClient } from '@tanstack/react-query'
import { callUnder, freshKey } from '../client.ts'
import { now } from '../clock.ts'
import { isAway, watchLine } from '../live-line.ts'
import { waitMsAfter } from '../live-wait.ts'
import { CallProblem } from '../problem.ts'
import { say } from '../say.ts'
import { showWaiting } from '../waiting.ts'
import { type Act, type Deed, type Heard, wantedAgain } from './acts.ts'
import { type ActShelf, sendActs } from './send-acts.ts'
import type { Shelf } from './shelf.ts'

/** So long somebody who did something waits for its answer; it goes on waiting without them. */
const PATIENCE_MS = 8000
/** An answer that has not come by then was lost on the way. */
const ANSWER_MS = 20_000
/** In the name of which one tab sends, and by which tabs tell each other that something changed. */
const NAME = 'foyer:outbox'

type Wanted = Pick<Deed, 'room' | 'name' | 'input' | 'about'>
type Outcome = { is: 'done'; reply: unknown } | { is: 'waiting' }

type About = {
  shelf: Shelf['acts']
  queries: QueryClient
  /** Undefined while nobody is signed in. */
  whoIsHere: () => string | undefined
}

export class Outbox {
  readonly #acts: Shelf['acts']
  readonly #queries: QueryClient
  readonly #whoIsHere: About['whoIsHere']
  /** Acts for whose outcome somebody waits at their screen; that screen tells of them. */
  readonly #watched = new Set<string>()
  readonly #channel = new BroadcastChannel(NAME)
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor({ shelf, queries, whoIsHere }: About) {
    this.#acts = shelf
    this.#queries = queries
    this.#whoIsHere = whoIsHere
  }

  /** Sends whenever the line is back or somebody comes back to the page. */
  watch(): void {
    addEventListener('online', this.#again)
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#again()
    })
    watchLine(() => !isAway() && this.#again())
    this.#channel.onmessage = () => void this.show().catch(() => {})
  }

  async show(): Promise<void> {
    const personId = this.#whoIsHere()
    const all = personId === undefined ? [] : await this.#acts.all(personId)
    showWaiting({ acts: all.filter(({ id, state }) => state !== 'done' && !this.#watched.has(id)) })
  }

  drain(): Promise<void> {
    return oneAtATime(() => this.#sendAll())
  }

  /** @returns undefined where nothing can be kept: then it is to be sent without being kept */
  async perform(wanted: Wanted): Promise<Outcome | undefined> {
    const personId = this.#whoIsHere()
    if (personId === undefined) return undefined
    const id = freshKey()
    this.#watched.add(id)
    try {
      const deed = { id, personId, at: now().toISOString(), ...wanted }
      // A device that is full, or that keeps nothing, still sends.
      const added = await this.#acts.add(deed).catch(() => 'not-kept' as const)
      if (added === 'not-kept') return undefined
      if (added === 'no-room') throw noRoom()
      if (added === 'waits') await Promise.race([this.drain(), patience()])
      return await this.#settled(id)
    } finally {
      this.#watched.delete(id)
      // What is shown beside it must not decide what becomes of it.
      await this.#change().catch(() => {})
    }
  }

  async tryAgain(id: string): Promise<void> {
    await this.#acts.change(id, wantedAgain)
    await this.#change()
    await this.drain()
  }

  /** @returns what brings it back to its place */
  async discard(id: string): Promise<() => Promise<void>> {
    const act = await this.#acts.remove(id)
    await this.#change()
    return async () => {
      if (act !== undefined) await this.#acts.putBack(act)
      await this.#change()
      this.#again()
    }
  }

  async clear(personId: string): Promise<void> {
    await this.#acts.clear(personId)
    await this.#change()
  }

  /** What is done goes from what waits at once, while others are still on their way: live may bring it any moment. */
  readonly #shelf: ActShelf = {
    all: (personId) => this.#acts.all(personId),
    change: async (id, to) => {
      const act = await this.#acts.change(id, to)
      if (act?.state === 'done') await this.show()
      return act
    },
  }

  // What goes wrong here goes wrong for whoever asks next, who may be told.
  readonly #again = (): void => void this.drain().catch(() => {})

  async #change(): Promise<void> {
    this.#channel.postMessage('changed')
    await this.show()
  }

  async #sendAll(): Promise<void> {
    clearTimeout(this.#timer)
    const personId = this.#whoIsHere()
    if (personId === undefined || !navigator.onLine) return
    const before = await this.#acts.all(personId)
    if (!before.some(({ state }) => state === 'waits')) return
    const isDone = await sendActs({ shelf: this.#shelf, personId, send, nowMs: () => now().getTime() })
    showWaiting({ sendingId: undefined })
    this.#failures = isDone ? 0 : this.#failures + 1
    if (!isDone) this.#timer = setTimeout(this.#again, waitMsAfter(this.#failures, Math.random()))
    const after = (await this.#acts.all(personId)).filter(({ id }) => !this.#watched.has(id))
    await refresh(this.#queries, before, after)
    // What was done in passing and is refused, such as having seen what is gone, nobody needs to hear of.
    for (const { id, state, about } of after) {
      if (state === 'refused' && about.isQuiet) await this.#acts.remove(id)
    }
    await this.#acts.clearFinished(personId, now().getTime())
    await this.#change()
  }

  async #settled(id: string): Promise<Outcome> {
    const act = await this.#acts.find(id)
    if (act?.state === 'done') return { is: 'done', reply: act.reply }
    if (act?.state !== 'refused' || act.refusal === null) return { is: 'waiting' }
    // Whoever did it still has it before them; they decide there.
    await this.#acts.remove(id)
    throw new CallProblem(act.refusal)
  }
}

async function send(act: Act, input: Act['input']): Promise<Heard> {
  showWaiting({ sendingId: act.id })
  const under = { key: act.id, personId: act.personId, signal: AbortSignal.timeout(ANSWER_MS) }
  try {
    return { reply: await callUnder(under, { room: act.room, name: act.name, input }) }
  } catch (error) {
    if (error instanceof CallProblem) return { problem: error.problem }
    throw error
  }
}

/** Fetches anew what was changed by acts that nobody waits for. */
async function refresh(queries: QueryClient, before: readonly Act[], after: readonly Act[]): Promise<void> {
  const waited = new Set(before.filter(({ state }) => state === 'waits').map(({ id }) => id))
  const done = after.filter(({ id, state }) => waited.has(id) && state !== 'waits')
  for (const room of new Set(done.filter(({ about }) => !about.isQuiet).map((act) => act.room))) {
    await queries.invalidateQueries({ queryKey: [room] })
    // What is done with a card of the brief is said or marked in a space.
    if (room === 'brief') await queries.invalidateQueries({ queryKey: ['spaces'] })
  }
}

let turn: Promise<unknown> = Promise.resolve()

/** Without https there are no locks between tabs; the keys still see to it that nothing is done twice. */
function oneAtATime(work: () => Promise<void>): Promise<void> {
  if ('locks' in navigator) return navigator.locks.request(NAME, work)
  const next = turn.then(work)
  turn = next.catch(() => {})
  return next
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
}

function noRoom(): CallProblem {
  return new CallProblem({
    code: 'outbox-full',
    status: 0,
    detail: say('Too much waits to be sent on this device already. It goes once you are back on line.'),
  })
}
