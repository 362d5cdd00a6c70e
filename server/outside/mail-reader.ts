// Reads a mail in a thread of its own, with little memory and little time: whatever it holds, nothing else waits for it.
import { Worker } from 'node:worker_threads'
import { BOMB, type MailRead, whyNotRead } from './mail-parts.ts'

const SECONDS_MAX = 15
const THREAD_MEGABYTES_MAX = 384
/** Threads at a time; other mails wait for their turn. */
const TOGETHER_MAX = 2

const waiting: (() => void)[] = []
let under = 0

/** Takes a mail apart. Never throws. */
export async function readMail(bytes: Buffer): Promise<MailRead> {
  const refused = whyNotRead(bytes)
  if (refused !== undefined) return { refused }
  if (under >= TOGETHER_MAX) await new Promise<void>((resolve) => waiting.push(resolve))
  under += 1
  try {
    return await readInThread(bytes)
  } finally {
    under -= 1
    waiting.shift()?.()
  }
}

async function readInThread(bytes: Buffer): Promise<MailRead> {
  const thread = new Worker(new URL('./mail-thread.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_MEGABYTES_MAX },
    stdout: true,
    stderr: true,
  })
  const done = Promise.withResolvers<MailRead>()
  const late = setTimeout(() => done.resolve({ refused: BOMB }), SECONDS_MAX * 1000)
  thread.on('message', (read: MailRead) => done.resolve(read))
  thread.on('error', () => done.resolve({ refused: BOMB }))
  thread.on('exit', () => done.resolve({ refused: BOMB }))
  const read = await done.promise
  clearTimeout(late)
  await thread.terminate()
  return read
}
