import { useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useToast } from '#ui/toast'

/** Sends what bears no name, and tells what became of it. @returns whether it was taken */
export function useSendUnsigned(sent: string) {
  const [isSending, setIsSending] = useState(false)
  const toast = useToast()
  const send = async (what: () => Promise<unknown>): Promise<boolean> => {
    setIsSending(true)
    try {
      await what()
      toast({ sentence: sent })
      return true
    } catch (error) {
      toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error) }) })
      return false
    } finally {
      setIsSending(false)
    }
  }
  return { isSending, send }
}
