// Sending the bytes of a file. XMLHttpRequest, since fetch tells nobody how much was sent.
import type { File } from '#contract/files'
import { freshKey, lineProblem } from './client.ts'
import { CallProblem } from './problem.ts'
import { say } from './say.ts'

const TRIES = 3
const TRY_AGAIN_MS = 800

type Sending = { stop: AbortSignal; onShare: (share: number) => void }

/**
 * Sends a file, again when the line breaks; one key for all tries, so that the server keeps it once.
 * @param sending `stop` ends it; `onShare` hears how much was sent, from 0 to 1
 * @throws CallProblem
 */
export async function sendFile(file: globalThis.File, sending: Sending): Promise<File> {
  const key = freshKey()
  for (let tried = 1; ; tried += 1) {
    try {
      return await sendBytes<File>(addressOf(file), file, { ...sending, key })
    } catch (error) {
      const isLine = error instanceof CallProblem && error.problem.status === 0
      if (!isLine || tried === TRIES || sending.stop.aborted || !navigator.onLine) throw error
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS * tried))
    }
  }
}

function addressOf(file: globalThis.File): string {
  return `/api/spaces/upload-file?name=${encodeURIComponent(file.name.toWellFormed())}`
}

/**
 * Sends bytes to an address, once.
 * @throws CallProblem, with the status 0 when the line broke
 */
export function sendBytes<Reply>(
  address: string,
  bytes: Blob,
  { stop, onShare, key }: Sending & { key: string },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('idempotency-key', key)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total)
    request.onload = () => {
      const body: unknown = request.response
      if (request.status === 200) resolve(body as Reply)
      else reject(isProblem(body) ? new CallProblem(body) : lineProblem())
    }
    request.onerror = () => reject(lineProblem())
    request.onabort = () =>
      reject(new CallProblem({ code: 'stopped', status: 0, detail: say('You stopped it.') }))
    stop.addEventListener('abort', () => request.abort())
    if (stop.aborted) request.abort()
    else request.send(bytes)
  })
}

function isProblem(body: unknown): body is CallProblem['problem'] {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body
}
