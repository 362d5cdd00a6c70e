// The one archive that this page is sending.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { sendArchive } from './send-archive.ts'
import { useRefresh } from './use-imports.ts'

export type SendingNow = { uploadId: string; bytes: number; receivedBytes: number }
export type Sending = {
  now: SendingNow | undefined
  /** Why sending ended, in a sentence. */
  problem: string | undefined
  send: (file: File) => void
  stop: () => void
}

export function useSending(): Sending {
  const [now, setNow] = useState<SendingNow>()
  const [problem, setProblem] = useState<string>()
  const stopping = useRef<AbortController>(undefined)
  const refresh = useRefresh()
  const queries = useQueryClient()
  useEffect(() => () => stopping.current?.abort(), [])
  useEffect(() => {
    if (now === undefined) return
    // A page that goes away in the middle can be come back to, but who closes it may not know that it is sending.
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [now])
  const send = async (file: File) => {
    const controller = new AbortController()
    stopping.current = controller
    setProblem(undefined)
    let isListed = false
    try {
      await sendArchive(file, {
        stop: controller.signal,
        onReceived: ({ id, bytes }, receivedBytes) => {
          setNow({ uploadId: id, bytes, receivedBytes })
          if (!isListed) refresh()
          isListed = true
        },
      })
    } catch (error) {
      if (!controller.signal.aborted) setProblem(sentenceOf(error))
    }
    setNow(undefined)
    await queries.invalidateQueries({ queryKey: ['import', 'list-uploads'] })
  }
  return { now, problem, send: (file) => void send(file), stop: () => stopping.current?.abort() }
}
