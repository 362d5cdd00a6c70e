// Sending files to the server while somebody writes: how far each has come, and what was wrong with it.
import { useCallback, useEffect, useRef, useState } from 'react'
import { codeOf, sentenceOf } from '#browser/problem'
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
  /** Sends it once more. */
  retry: () => void
}

export type Uploading = {
  /** Settles once the file is kept; rejects when it was refused or stopped, which `uploads` tells. */
  upload: (file: globalThis.File) => Promise<File>
  /** Those under way and those that went wrong, oldest first. */
  uploads: readonly Upload[]
}

/**
 * Sends files, each at once.
 * @param onKept hears of every file that the server keeps, also after a retry, when the first promise is over
 */
export function useUpload(onKept?: (file: File) => void): Uploading {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const nextKey = useRef(0)
  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...part } : each)))
  const drop = (key: number) => setUploads((all) => all.filter((each) => each.key !== key))
  const hear = useRef(onKept)
  hear.current = onKept
  useRetryOnline(uploads)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it uses are setters and refs.
  const upload = useCallback((file: globalThis.File): Promise<File> => {
    const key = nextKey.current++
    const begin = async (): Promise<File> => {
      const stop = new AbortController()
      const cancel = () => {
        stop.abort()
        drop(key)
      }
      change(key, { share: 0, problem: undefined, isLineBroken: false, cancel })
      try {
        const kept = await sendFile(file, {
          stop: stop.signal,
          onShare: (share) => change(key, { share }),
        })
        drop(key)
        hear.current?.(kept)
        return kept
      } catch (error) {
        change(key, { problem: sentenceOf(error), isLineBroken: codeOf(error) === 'offline' })
        throw error
      }
    }
    const retry = () => void begin().catch(() => {})
    const fresh = {
      key,
      name: file.name,
      share: 0,
      problem: undefined,
      isLineBroken: false,
      cancel: () => {},
      retry,
    }
    setUploads((all) => [...all, fresh])
    return begin()
  }, [])
  return { upload, uploads }
}

/** Sends again what the lack of a line had stopped, as soon as there is one. */
function useRetryOnline(uploads: readonly Upload[]): void {
  useEffect(() => {
    const again = () => {
      for (const { isLineBroken, retry } of uploads) if (isLineBroken) retry()
    }
    addEventListener('online', again)
    return () => removeEventListener('online', again)
  }, [uploads])
}
