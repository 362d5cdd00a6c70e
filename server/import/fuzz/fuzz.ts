// Judges many broken archives in threads, and tells the seed of one that breaks Foyer or makes it hang.
import { Worker } from 'node:worker_threads'

export type FuzzOutcome = { read: number; refused: number }
type Told = { seed: number } | FuzzOutcome

/** An archive of a few kilobytes takes milliseconds, so this long is for ever. */
const FOREVER_MS = 60_000

/**
 * Judges the seeds from `first` on.
 * @throws Error that names the seed; `node scripts/fuzz.ts --seed <seed>` repeats it
 */
export async function fuzz(wanted: { first: number; count: number; threads: number }): Promise<FuzzOutcome> {
  const { first, count, threads } = wanted
  const outcomes = await Promise.all(
    Array.from({ length: threads }, (_, at) =>
      inThread({ from: first + at, to: first + count, step: threads }),
    ),
  )
  return {
    read: outcomes.reduce((sum, { read }) => sum + read, 0),
    refused: outcomes.reduce((sum, { refused }) => sum + refused, 0),
  }
}

function inThread(workerData: { from: number; to: number; step: number }): Promise<FuzzOutcome> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./fuzz-thread.ts', import.meta.url), { workerData })
    let seed = workerData.from
    const giveUp = () => {
      reject(new Error(`the archive of seed ${seed} is read for ever`))
      void thread.terminate()
    }
    let watch = setTimeout(giveUp, FOREVER_MS)
    thread.on('message', (told: Told) => {
      clearTimeout(watch)
      if ('seed' in told) {
        seed = told.seed
        watch = setTimeout(giveUp, FOREVER_MS)
      } else resolve(told)
    })
    thread.on('error', (cause: unknown) => {
      clearTimeout(watch)
      reject(new Error(`the archive of seed ${seed} broke Foyer`, { cause }))
    })
  })
}
