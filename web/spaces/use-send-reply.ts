// Sending a reply: it is told with a way back, and led to; without a line it waits.
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { call } from '#browser/client'
import { begunUnder } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { FileId, PostId } from '#contract/ref'
import type { Reply } from '#contract/said'
import { useToast } from '#ui/toast'
import { refreshThreads } from './held-threads.ts'
import { WAITS } from './outbox-words.ts'
import { useWriteReply } from './use-thread.ts'

/** What of a reply must be known to answer it; one's own may still wait to be sent. */
export type Answered = Pick<Reply, 'id' | 'author'>

type SendReply = {
  postId: PostId
  /** How the thread is called in the list of what waits. */
  title: string
  answered: Answered | undefined
  draftKey: string
}

/** Rejects when it was refused, once it has told why; the words stay then. */
export function useSendReply({ postId, title, answered, draftKey }: SendReply) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const write = useWriteReply(postId, title)
  const takeBack = (reply: Reply) => async () => {
    try {
      await call('spaces', 'deleteWords', { saidId: reply.id })
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
    await refreshThreads(client)
  }
  return async ({ body, fileIds }: { body: string; fileIds: FileId[] }) => {
    try {
      const begun = begunUnder(draftKey)
      const { outcome } = await write.mutateAsync({ body, fileIds, answersId: answered?.id, begun })
      if (outcome.is === 'waiting') return toast({ sentence: WAITS })
      const { reply } = outcome
      toast({ sentence: say('Your reply is in the thread.'), undo: takeBack(reply) })
      navigate({ to: '/threads/$postId/$replyId', params: { postId, replyId: reply.id } })
    } catch (error) {
      toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error) }) })
      throw error
    }
  }
}
