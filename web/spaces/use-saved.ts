// What one saved, and saving.
import { type QueryClient, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call } from '#browser/client'
import { sendOrKeep } from '#browser/outbox'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useToast } from '#ui/toast'
import { changeSaid } from './held-threads.ts'
import { changeCard } from './use-feeds.ts'

const SAVED = ['spaces', 'list-saved']

export function useSavedList() {
  return useInfiniteQuery({
    queryKey: SAVED,
    queryFn: ({ pageParam }) =>
      call('spaces', 'listSaved', pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

type Savable = { id: string; isSaved: boolean; note?: string | null }

/** Saves something said, or lets it go, at once; what was shown comes back when it is refused. */
export function useSave(): (said: Savable) => Promise<void> {
  const client = useQueryClient()
  const toast = useToast()
  return useCallback(
    async (said: Savable) => {
      const saves = !said.isSaved
      try {
        await put(client, said, saves ? 'saveWords' : 'unsaveWords')
      } catch (error) {
        toast({ sentence: sentenceOf(error) })
        return
      }
      const undo = () =>
        put(client, said, saves ? 'unsaveWords' : 'saveWords').catch((error: unknown) =>
          toast({ sentence: sentenceOf(error) }),
        )
      toast({ sentence: saves ? say('Saved, for you alone.') : say('No longer among what you saved.'), undo })
    },
    [client, toast],
  )
}

async function put(client: QueryClient, said: Savable, act: 'saveWords' | 'unsaveWords'): Promise<void> {
  const isSaved = act === 'saveWords'
  show(client, said.id, isSaved)
  try {
    const about = { sentence: isSaved ? say('Saved') : say('Removed from saved'), href: location.pathname }
    const saves = { saidId: said.id, ...(said.note != null && { note: said.note }) }
    if (isSaved) await sendOrKeep(['spaces', act], saves, about)
    else await sendOrKeep(['spaces', act], { saidId: said.id }, about)
  } catch (error) {
    show(client, said.id, !isSaved)
    throw error
  }
  await client.invalidateQueries({ queryKey: SAVED })
}

function show(client: QueryClient, id: string, isSaved: boolean): void {
  changeSaid(client, id, (said) => ({ ...said, isSaved }))
  changeCard(client, id, (card) => ({ ...card, isSaved }))
}
