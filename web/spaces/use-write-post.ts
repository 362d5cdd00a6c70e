// Sending a post with all that belongs to it.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { now, timeZone } from '#browser/clock'
import { begunUnder } from '#browser/drafts'
import { sendOrKeep } from '#browser/outbox'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { FileId } from '#contract/ref'
import type { PostKind } from '#contract/said'
import type { Space } from '#contract/spaces'
import { useToast } from '#ui/toast'
import { laterWords } from './later-words.ts'
import { WAITS } from './outbox-words.ts'
import { givenPoll, type PollDraft, whyNotGive } from './poll-words.ts'
import { SCHEDULED } from './use-scheduled.ts'

export type PostDraft = {
  kind: PostKind
  title: string
  body: string
  fileIds: FileId[]
  poll: PollDraft | undefined
  isAnnouncement: boolean
  /** When it is to be posted, on the clock of this device; empty for now. */
  later: string
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
        sentence: say('Your post in {space}', { space: space.name }),
        href: `/spaces/${space.id}`,
        begun: begunUnder(`post:${space.id}`),
      }
      return sendOrKeep(['spaces', 'writePost'], { spaceId: space.id, ...sentPost(draft) }, about)
    },
    onSuccess: (outcome) => {
      if (outcome.is === 'waiting') return toast({ sentence: WAITS })
      const post = outcome.reply
      refresh()
      toast({
        sentence: say('Posted in {space}.', { space: space.name }),
        undo: () => takeBack.mutate(post.id),
      })
    },
    onError: (error) =>
      toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error) }) }),
  })
  const schedule = useSchedule(space)
  return async (draft) => {
    const whyNot = draft.poll && whyNotGive(draft.poll)
    if (whyNot === undefined) return draft.later === '' ? write.mutateAsync(draft) : schedule(draft)
    toast({ sentence: whyNot })
    throw new Error(whyNot)
  }
}

/** Keeps a post until its time. */
function useSchedule(space: Space): (draft: PostDraft) => Promise<unknown> {
  const client = useQueryClient()
  const toast = useToast()
  const refresh = () => client.invalidateQueries({ queryKey: SCHEDULED })
  const takeBack = async (id: string) => {
    await call('spaces', 'deleteScheduled', { id }).catch((error) => toast({ sentence: sentenceOf(error) }))
    await refresh()
  }
  return async (draft) => {
    try {
      const when = { on: draft.later, timeZone: timeZone() }
      const kept = await call('spaces', 'schedulePost', { spaceId: space.id, ...sentPost(draft), ...when })
      await refresh()
      const sentence = say('It will be posted in {space} on {when}.', {
        space: space.name,
        when: laterWords(draft.later),
      })
      toast({ sentence, undo: () => void takeBack(kept.id) })
    } catch (error) {
      toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error) }) })
      throw error
    }
  }
}

function sentPost({ poll, body, title, later, ...words }: PostDraft) {
  // A question of a poll that stands alone is what the post says.
  const isAlone = body === '' && poll !== undefined
  const sent =
    poll && givenPoll(isAlone ? { ...poll, question: '' } : poll, later === '' ? now() : new Date(later))
  return {
    ...words,
    body: isAlone ? poll.question.trim() : body,
    ...(title !== '' && { title }),
    ...(sent !== undefined && { poll: sent }),
  }
}
