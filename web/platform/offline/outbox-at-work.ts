// The outbox of this device: keeps what was done before it leaves, and sends it whenever there is a line. Of several
// tabs one sends at a time.
import type { QueryClient } from '@tanstack/react-query'
import { callUnder, freshKey } from '../client.ts'
import { now } from '../clock.ts'
import { isAway, watchLine } from '../live-line.ts'
import { waitMsAfter } from '../live-wait.ts'
import { CallProblem } from '../problem.ts'
import { showWaiting } from '../waiting.ts'
import { type Act, type Deed, type Heard, wantedAgain } from './acts.ts'
import { sendActs } from './send-acts.ts'
import type { Shelf } from './shelf.ts'

/** So long somebody who did something waits for its answer; it goes on waiting without them. */
const PATIENCE_MS = 8000
/** An answer that has not come by then was lost on the way. */
const ANSWER_MS = 20_000
/** In the name of which one tab sends, and by which tabs tell each other that something changed. */
const NAME = 'foyer:outbox'

type Wanted = Pick<Deed, 'room' | 'name' | 'input' | 'about'>
type Outcome = { is: 'done'; reply: unknown } | { is: 'waiting' }
export type Outbox = ReturnType<typeof openOutbox>

/** @param whoIsHere undefined while nobody is signed in, or while they look with the eyes of another */
export function openOutbox(opening: {
  shelf: Shelf
  queries: QueryClient
  whoIsHere: () => string | undefined
}) {
  const { shelf, queries, whoIsHere } = opening
  const { acts } = shelf
  /** Acts for whose outcome somebody waits at their screen; that screen tells of them. */
  const watched = new Set<string>()
  const channel = new BroadcastChannel(NAME)
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const show = async () => {
    const personId = whoIsHere()
    const all = personId === undefined ? [] : await acts.all(personId)
    showWaiting({ acts: all.filter(({ id, state }) => state !== 'done' && !watched.has(id)) })
  }
  const change = async () => {
    channel.postMessage('changed')
    await show()
  }
  const drain = () => oneAtATime(() => sendAll())
  const sendAll = async () => {
    clearTimeout(timer)
    const personId = whoIsHere()
    if (personId === undefined || !navigator.onLine) return
    const before = await acts.all(personId)
    if (!before.some(({ state }) => state === 'waits')) return
    const isDone = await sendActs({ shelf: acts, personId, send, nowMs: () => now().getTime() })
    showWaiting({ sendingId: undefined })
    failures = isDone ? 0 : failures + 1
    if (!isDone) timer = setTimeout(again, waitMsAfter(failures, Math.random()))
    await refresh(
      queries,
      before,
      (await acts.all(personId)).filter(({ id }) => !watched.has(id)),
    )
    await acts.clearFinished(personId, now().getTime())
    await change()
  }
  const settled = async (id: string): Promise<Outcome> => {
    const act = await acts.find(id)
    if (act?.state === 'done') return { is: 'done', reply: act.reply }
    if (act?.state !== 'refused' || act.refusal === null) return { is: 'waiting' }
    // Whoever did it still has it before them; they decide there.
    await acts.remove(id)
    throw new CallProblem(act.refusal)
  }
  // What goes wrong here goes wrong for whoever asks next, who may be told.
  const again = () => void drain().catch(() => {})
  addEventListener('online', again)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again())
  watchLine(() => !isAway() && again())
  channel.onmessage = () => void show()
  return {
    show,
    drain,
    /** @returns undefined where nothing can be kept: then it is to be sent without being kept */
    perform: async (wanted: Wanted): Promise<Outcome | undefined> => {
      const personId = whoIsHere()
      if (personId === undefined) return undefined
      const id = freshKey()
      watched.add(id)
      try {
        const deed = { id, personId, at: now().toISOString(), ...wanted }
        // A device that is full, or that keeps nothing, still sends.
        const added = await acts.add(deed).catch(() => 'not-kept' as const)
        if (added === 'not-kept') return undefined
        if (added === 'no-room') throw noRoom()
        if (added === 'waits') await Promise.race([drain(), patience()])
        return await settled(id)
      } finally {
        watched.delete(id)
        await change()
      }
    },
    tryAgain: async (id: string) => {
      await acts.change(id, wantedAgain)
      await change()
      await drain()
    },
    /** @returns what brings it back to its place */
    discard: async (id: string): Promise<() => Promise<void>> => {
      const act = await acts.remove(id)
      await change()
      return async () => {
        if (act !== undefined) await acts.putBack(act)
        await change()
        again()
      }
    },
    clear: async (personId: string) => {
      await acts.clear(personId)
      await change()
    },
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
    detail: 'Too much waits to be sent on this device already. It goes once you are back on line.',
  })
}
