// A thread that judges one seed after the other and tells each before it begins, so that one that hangs is known.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { judge } from './judge.ts'

const { from, to, step } = workerData as { from: number; to: number; step: number }
const folder = await mkdtemp(join(tmpdir(), 'foyer-fuzz-'))
let [read, refused] = [0, 0]
try {
  for (let seed = from; seed < to; seed += step) {
    parentPort?.postMessage({ seed })
    if ((await judge(seed, folder)) === 'read') read += 1
    else refused += 1
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
parentPort?.postMessage({ read, refused })
