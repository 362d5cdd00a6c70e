// Sends an archive in parts, and goes on where a line was cut.
import { call, freshKey } from '#browser/client'
import { CallProblem } from '#browser/problem'
import { sendBytes } from '#browser/send-file'
import type { Upload } from '#contract/import'

const PART_BYTES = 8 * 1024 * 1024
const TRIES = 8
const TRY_AGAIN_MS = 1000
const TRY_AGAIN_MS_MAX = 20_000

type Sending = {
  stop: AbortSignal
  /** Hears how many bytes are there. */
  onReceived: (upload: Upload, receivedBytes: number) => void
}

/**
 * Begins to send a file, or goes on with one of the same name and size.
 * @returns the upload with all of its bytes
 * @throws CallProblem when it was stopped, was refused, or the line stays away
 */
export async function sendArchive(file: File, { stop, onReceived }: Sending): Promise<Upload> {
  let upload = await call('import', 'beginUpload', { file: file.name.toWellFormed(), bytes: file.size })
  onReceived(upload, upload.receivedBytes)
  let failures = 0
  while (upload.state === 'uploading') {
    const from = upload.receivedBytes
    try {
      const part = file.slice(from, from + PART_BYTES)
      const address = `/api/import/upload-part?uploadId=${upload.id}&from=${from}`
      const current = upload
      upload = await sendBytes<Upload>(address, part, {
        ...{ stop, key: freshKey() },
        onShare: (share) => onReceived(current, from + Math.round(part.size * share)),
      })
      failures = 0
    } catch (error) {
      failures += 1
      if (!isPassing(error) || failures > TRIES || stop.aborted) throw error
      await pause(error, failures)
      upload = await current(upload)
    }
    onReceived(upload, upload.receivedBytes)
  }
  return upload
}

/** Whether to try again: the line broke, it was a lot at once, or more arrived than was known here. */
function isPassing(error: unknown): boolean {
  if (!(error instanceof CallProblem)) return false
  const { code, status } = error.problem
  return (status === 0 && code !== 'stopped') || code === 'slow-down' || code === 'wrong-place'
}

async function pause(error: unknown, failures: number): Promise<void> {
  if (error instanceof CallProblem && error.problem.code === 'wrong-place') return
  const ms = Math.min(TRY_AGAIN_MS * 2 ** (failures - 1), TRY_AGAIN_MS_MAX)
  await new Promise((resolve) => setTimeout(resolve, ms))
}

/** How much of it is there now; as it was known when that cannot be asked. */
async function current(upload: Upload): Promise<Upload> {
  const { items } = await call('import', 'listUploads', {}).catch(() => ({ items: [] }))
  return items.find(({ id }) => id === upload.id) ?? upload
}
