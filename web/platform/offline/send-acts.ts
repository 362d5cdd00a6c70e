// Sends what waits, one after the other, whatever happens on the way.
import { type Act, afterHearing, type Heard, nextStep, tried } from './acts.ts'

/** Where acts wait. Each call is one transaction; what it answered is on the device. */
export type ActShelf = {
  all: (personId: string) => Promise<Act[]>
  /** Changes an act that is still there. @returns the act as it is now, undefined when it was taken away */
  change: (id: string, to: (act: Act) => Act) => Promise<Act | undefined>
}

type Sending = {
  shelf: ActShelf
  personId: string
  /** Sends it under its id; does not reject. */
  send: (act: Act, input: Act['input']) => Promise<Heard>
  nowMs: () => number
}

/** The most that is sent in one go; what is left is sent in the next. */
const STEPS_MAX = 2000

/**
 * Sends one person's acts in their order. That an act is tried is on the device before it leaves, so that whoever comes
 * after a crash knows that it may have arrived, and repeats it under the same key.
 * @returns whether nothing is left that could be sent now
 */
export async function sendActs({ shelf, personId, send, nowMs }: Sending): Promise<boolean> {
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const step = nextStep(await shelf.all(personId), nowMs())
    if (step.what === 'rest') return true
    if (step.what === 'settle') {
      await shelf.change(step.act.id, () => step.act)
      continue
    }
    const leaving = await shelf.change(step.act.id, (act) => tried(act, nowMs()))
    if (leaving === undefined) continue
    const heard = await send(leaving, step.input)
    const { goesOn } = afterHearing(leaving, heard)
    await shelf.change(leaving.id, (act) => afterHearing(act, heard).act)
    if (!goesOn) return false
  }
  return false
}
