// Putting a post on top of its space, and letting it go.
import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Post } from '#contract/said'
import { useToast } from '#ui/toast'
import { changeSaid } from './held-threads.ts'
import { changeCard } from './use-feeds.ts'

/** For whoever keeps the space. Told once it is done, as ten may be pinned already. */
export function usePin(): (post: Post) => Promise<void> {
  const client = useQueryClient()
  const toast = useToast()
  return async (post) => {
    const pins = !post.isPinned
    try {
      await put(client, post, pins ? 'pinPost' : 'unpinPost')
      const sentence = pins
        ? say('It stands on top of {space} now.', { space: post.space.name })
        : say('It no longer stands on top of {space}.', { space: post.space.name })
      const undo = () =>
        put(client, post, pins ? 'unpinPost' : 'pinPost').catch((error: unknown) =>
          toast({ sentence: sentenceOf(error) }),
        )
      toast({ sentence, undo })
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
  }
}

async function put(client: QueryClient, { id }: Post, act: 'pinPost' | 'unpinPost'): Promise<void> {
  await call('spaces', act, { postId: id })
  const isPinned = act === 'pinPost'
  changeSaid(client, id, (said) => ('isPinned' in said ? { ...said, isPinned } : said))
  changeCard(client, id, (card) => ({ ...card, isPinned }))
  await client.invalidateQueries({ queryKey: ['spaces', 'list-pinned'] })
}
