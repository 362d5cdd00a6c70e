// Everything marked as seen at once.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import { useToast } from '#ui/toast'

/** The dots of home and of the spaces, which follow from what was seen. */
export async function refreshNews(client: QueryClient): Promise<void> {
  for (const name of ['get-news', 'list-spaces', 'get-space']) {
    await client.invalidateQueries({ queryKey: ['spaces', name] })
  }
}

type CaughtUp = { spaceId?: SpaceId | undefined; at?: string | undefined }

/** Marks everything as seen, in one space or everywhere, with a way back. */
export function useMarkAllSeen(): (until: CaughtUp) => Promise<void> {
  const client = useQueryClient()
  const toast = useToast()
  const refresh = async () => {
    for (const name of ['get-feed', 'list-posts', 'list-pinned']) {
      await client.invalidateQueries({ queryKey: ['spaces', name] })
    }
    await refreshNews(client)
  }
  return async ({ spaceId, at }) => {
    const where = spaceId === undefined ? {} : { spaceId }
    const takeBack = async (seenAt: string) => {
      await call('spaces', 'takeBackAllSeen', { ...where, seenAt })
      await refresh()
    }
    try {
      const { seenAt } = await call('spaces', 'markAllSeen', { ...where, ...(at !== undefined && { at }) })
      const undo = () => takeBack(seenAt).catch((error: unknown) => toast({ sentence: sentenceOf(error) }))
      toast({ sentence: say('Everything is marked as seen.'), undo })
      await refresh()
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
  }
}
