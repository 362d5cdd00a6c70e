// One's posts that wait for their time, and what one does with them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call, type Question } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Scheduled } from '#contract/scheduled'
import { useToast } from '#ui/toast'

export const SCHEDULED = ['spaces', 'list-scheduled']

export function useScheduled() {
  return useQuery({ queryKey: SCHEDULED, queryFn: () => call('spaces', 'listScheduled', {}) })
}

type Change = Question<'spaces', 'changeScheduled'>

/** Each tells why it was refused; a change rejects then, so that the form stays. */
export function useScheduledActs({ id, space, ...kept }: Scheduled) {
  const client = useQueryClient()
  const toast = useToast()
  const refresh = () => client.invalidateQueries({ queryKey: ['spaces'] })
  const tell = (error: unknown) => toast({ sentence: sentenceOf(error) })
  const keepAgain = async () => {
    const { title, files, poll, kind, body, isAnnouncement, on, timeZone } = kept
    if (space === null) return
    await call('spaces', 'schedulePost', {
      ...{ spaceId: space.id, kind, body, isAnnouncement, on, timeZone },
      fileIds: files.map((file) => file.id),
      ...(title !== null && { title }),
      ...(poll !== null && { poll }),
    }).catch(tell)
    await refresh()
  }
  return {
    postNow: async () => {
      try {
        await call('spaces', 'postScheduled', { id })
        toast({
          sentence: space === null ? say('Posted.') : say('Posted in {space}.', { space: space.name }),
        })
      } catch (error) {
        tell(error)
      }
      await refresh()
    },
    remove: async () => {
      try {
        await call('spaces', 'deleteScheduled', { id })
        // What lost its time or its space cannot be kept for them again.
        const isWaiting = kept.at !== null && space !== null
        toast({ sentence: say('Deleted.'), ...(isWaiting && { undo: () => void keepAgain() }) })
      } catch (error) {
        tell(error)
      }
      await refresh()
    },
    change: async (change: Omit<Change, 'id'>) => {
      try {
        await call('spaces', 'changeScheduled', { id, ...change })
      } catch (error) {
        toast({ sentence: say('{problem} Your words are kept.', { problem: sentenceOf(error) }) })
        throw error
      }
      toast({ sentence: say('Changed.') })
      await refresh()
    },
  }
}
