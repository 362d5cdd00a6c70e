// Bytes that a press fetches and the browser saves: unlike a link to them, it tells when that fails.
import { lineProblem } from './client.ts'
import { CallProblem } from './problem.ts'

/**
 * Fetches a file whole, and has it saved.
 * @param name under which, unless the browser asks
 * @throws {CallProblem} when it is refused, or when the line breaks on the way
 */
export async function download(address: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await bytesAt(address))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has to begin before it may be let go.
  setTimeout(() => URL.revokeObjectURL(url), LET_GO_MS)
}

const LET_GO_MS = 60_000

async function bytesAt(address: string): Promise<Blob> {
  try {
    const answer = await fetch(address, { credentials: 'same-origin' })
    if (answer.ok) return await answer.blob()
    throw new CallProblem(await answer.json())
  } catch (error) {
    throw error instanceof CallProblem ? error : lineProblem()
  }
}
