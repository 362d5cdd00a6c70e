// What waits to be sent, as screens use it: they do something, and are told whether it is done or waits for a
// connection. How it waits is loaded once the page stands.
import { type Answer, type Call, call, type Question, type Room } from './client.ts'
import type { About } from './offline/acts.ts'
import { offline } from './offline.ts'

export type Outcome<Reply> = { is: 'done'; reply: Reply } | { is: 'waiting' }

/**
 * Does a write now, or as soon as there is a line: once, in the order in which things were done, also after a reload.
 * @param about how it is told of while it waits
 * @throws CallProblem when the server refused it while somebody was waiting here
 */
export async function sendOrKeep<R extends Room, C extends Call<R>>(
  [room, name]: readonly [R, C],
  input: Question<R, C>,
  about: About,
): Promise<Outcome<Answer<R, C>>> {
  const outbox = (await offline())?.outbox
  const outcome = await outbox?.perform({ room, name, input: input as Record<string, unknown>, about })
  if (outcome !== undefined) return outcome as Outcome<Answer<R, C>>
  return { is: 'done', reply: await call(room, name, input) }
}

/** What one can do with something that waits or was refused. */
export async function tryAgain(actId: string): Promise<void> {
  await (await offline())?.outbox.tryAgain(actId)
}

/**
 * Takes something out of what waits. What may have arrived already is not taken back by it.
 * @returns what brings it back
 */
export async function discard(actId: string): Promise<() => Promise<void>> {
  return (await (await offline())?.outbox.discard(actId)) ?? (async () => {})
}
