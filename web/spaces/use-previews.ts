// Taking the preview of a link off one's words, and having it back.
import { useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { LinkPreview } from '#contract/previews'
import type { Post, Reply } from '#contract/said'
import { useToast } from '#ui/toast'
import { changeSaid } from './held-threads.ts'

export function useRemovePreview({ id, previews }: Post | Reply) {
  const client = useQueryClient()
  const toast = useToast()
  const show = (shown: LinkPreview[]) => changeSaid(client, id, (said) => ({ ...said, previews: shown }))
  const restore = async (url: string) => {
    try {
      await call('spaces', 'restorePreview', { saidId: id, url })
      show(previews)
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
  }
  return async ({ url }: LinkPreview) => {
    show(previews.filter((each) => each.url !== url))
    try {
      await call('spaces', 'removePreview', { saidId: id, url })
      toast({ sentence: say('The preview is gone; the link stays.'), undo: () => void restore(url) })
    } catch (error) {
      show(previews)
      toast({ sentence: sentenceOf(error) })
    }
  }
}
