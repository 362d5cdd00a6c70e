// Sending files to the server while somebody writes: how far each has come, and what was wrong with it.
import { useCallback, useEffect, useRef, useState } from 'react'
import { CallProblem, sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { sendFile } from '#browser/send-file'
import type { File } from '#contract/files'

export type Upload = {
  /** Tells uploads of one name apart. */
  key: number
  name: string
  /** How much was sent, from 0 to 1. */
  share: number
  /** A sentence when it was refused or the line broke; undefined while all is well. */
  problem: string | undefined
  /** It waits for the line to be back, and then goes by itself. */
  isLineBroken: boolean
  /** Stops it, or takes a refused one out of the list. */
  cancel: () => void
  /** Sends it once more; missing where that would change nothing. */
  retry: (() => void) | undefined
}

type Uploading = {
  /** Settles once the file is kept; rejects when it was refused or stopped, which `uploads` tells. */
  upload: (file: globalThis.File) => Promise<File>
  /** Those under way and those that went wrong, oldest first. */
  uploads: readonly Upload[]
}

/**
 * Sends files one after another, so that they are kept in the order in which they were chosen.
 * @param onKept hears of every file that the server keeps, also after a retry, when the first promise is over
 */
export function useUpload(onKept: (file: File) => void): Uploading {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const nextKey = useRef(0)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  const hear = useRef(onKept)
  hear.current = onKept
  useRetryOnline(uploads)
  const upload = useCallback((file: globalThis.File): Promise<File> => {
    const key = nextKey.current++
    const change = (part: Partial<Upload>) =>
      setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)))
    const drop = () => setUploads((all) => all.filter((each) => each.key !== key))
    const begin = (): Promise<File> => {
      const stop = new AbortController()
      const cancel = () => {
        stop.abort()
        drop()
      }
      change({ ...fresh, cancel })
      const onShare = (share: number) => change({ share })
      const sending = turn.current.then(() => sendFile(file, { stop: stop.signal, onShare }))
      const kept = sending.then(
        (answer) => {
          drop()
          hear.current(answer)
          return answer
        },
        (error: unknown) => {
          change({ ...troubleOf(error), retry: mayHelpAgain(error) ? retry : undefined })
          throw error
        },
      )
      turn.current = kept.catch(() => {})
      return kept
    }
    const retry = () => void begin().catch(() => {})
    setUploads((all) => [...all, { ...fresh, key, name: file.name, cancel: drop }])
    return begin()
  }, [])
  return { upload, uploads }
}

const fresh = { share: 0, problem: undefined, isLineBroken: false, retry: undefined }

function troubleOf(error: unknown): Pick<Upload, 'problem' | 'isLineBroken'> {
  const isLineBroken = error instanceof CallProblem && error.problem.code === 'offline'
  const problem = isLineBroken ? say('You are offline. It is sent once you are back.') : sentenceOf(error)
  return { problem, isLineBroken }
}

/** A broken line, a crowd and a fault pass; a file that was refused for what it is stays so. */
function mayHelpAgain(error: unknown): boolean {
  if (!(error instanceof CallProblem)) return true
  const { status, code } = error.problem
  return status === 0 || status === 429 || status >= 500 || code === 'cut-off' || code === 'not-signed-in'
}

/** Sends again what the lack of a line had stopped, as soon as there is one. */
function useRetryOnline(uploads: readonly Upload[]): void {
  useEffect(() => {
    const again = () => {
      for (const { isLineBroken, retry } of uploads) if (isLineBroken) retry?.()
    }
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [uploads])
}
