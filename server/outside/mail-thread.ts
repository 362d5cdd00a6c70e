// The thread that takes one mail apart, and then ends: it acts when it is imported.
import { parentPort, workerData } from 'node:worker_threads'
import { takeApart } from './mail-parts.ts'

parentPort?.postMessage(await takeApart(Buffer.from(workerData as Uint8Array)))
