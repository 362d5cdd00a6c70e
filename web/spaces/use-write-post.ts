// Sending a post with all that belongs to it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { now } from '#browser/clock'
import { begunUnder } from '#browser/drafts'
import { sendOrKeep } from '#browser/outbox'
import { sentenceOf } from '#browser/problem'
import type { FileId } from '#contract/ref'
import type { PostKind } from '#contract/said'
import type { Space } from '#contract/spaces'
import { useToast } from '#ui/toast'
import { WAITS } from './outbox-words.ts'
import { givenPoll, type PollDraft, whyNotGive } from './poll-words.ts'

export type PostDraft = {
  kind: PostKind
  title: string
  body: string
  fileIds: FileId[]
  poll: PollDraft | undefined
}

/** Rejects when the post was refused or cannot be sent yet, once it has told why; the words stay then. */
export function useWritePost(space: Space): (draft: PostDraft) => Promise<unknown> {
  const client = useQueryClient()
  const toast = useToast()
  const refresh = () => client.invalidateQueries({ queryKey: ['spaces'] })
  const takeBack = useMutation({
    mutationFn: (saidId: string) => call('spaces', 'deleteWords', { saidId }),
    onSuccess: refresh,
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  const write = useMutation({
    mutationFn: (draft: PostDraft) => {
      const about = {
        sentence: `Your post in ${space.name}`,
        href: `/spaces/${space.id}`,
        begun: begunUnder(`post:${space.id}`),
      }
      return sendOrKeep(['spaces', 'writePost'], { spaceId: space.id, ...sentPost(draft) }, about)
    },
    onSuccess: (outcome) => {
      if (outcome.is === 'waiting') return toast({ sentence: WAITS })
      const post = outcome.reply
      refresh()
      toast({ sentence: `Posted in ${space.name}.`, undo: () => takeBack.mutate(post.id) })
    },
    onError: (error) => toast({ sentence: `${sentenceOf(error)} Your words are kept.` }),
  })
  return async (draft) => {
    const whyNot = draft.poll && whyNotGive(draft.poll)
    if (whyNot === undefined) return write.mutateAsync(draft)
    toast({ sentence: whyNot })
    throw new Error(whyNot)
  }
}

function sentPost({ poll, body, title, ...words }: PostDraft) {
  // A question of a poll that stands alone is what the post says.
  const isAlone = body === '' && poll !== undefined
  const sent = poll && givenPoll(isAlone ? { ...poll, question: '' } : poll, now())
  return {
    ...words,
    body: isAlone ? poll.question.trim() : body,
    ...(title !== '' && { title }),
    ...(sent !== undefined && { poll: sent }),
  }
}
