// To whom a question was put and who may know, as the page holds it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { PersonRef, PostId } from '#contract/ref'
import type { Routing } from '#contract/routing'
import { useToast } from '#ui/toast'

const routingKey = (postId: PostId) => ['answers', 'get-routing', postId]
const expertsKey = (postId: PostId) => ['answers', 'list-experts', postId]

export function useRoutingOf(postId: PostId): Routing | undefined {
  const { data } = useQuery({
    queryKey: routingKey(postId),
    queryFn: () => call('answers', 'getRouting', { postId }),
  })
  return data
}

/** Looked for once somebody wants to know. */
export function useExperts(postId: PostId) {
  return useQuery({
    queryKey: expertsKey(postId),
    queryFn: async () => (await call('answers', 'listExperts', { postId })).items,
  })
}

export function useRoute(postId: PostId) {
  const queries = useQueryClient()
  const toast = useToast()
  const refuse = (error: unknown) => toast({ sentence: sentenceOf(error) })
  return {
    route: async ({ id: personId, name }: PersonRef) => {
      try {
        queries.setQueryData(routingKey(postId), await call('answers', 'routeQuestion', { postId, personId }))
        void queries.invalidateQueries({ queryKey: expertsKey(postId) })
        toast({ sentence: say('{name} is asked, and told why.', { name }) })
      } catch (error) {
        refuse(error)
      }
    },
    decline: async (why: string) => {
      try {
        const { passedTo } = await call('answers', 'declineRouting', { postId, ...(why !== '' && { why }) })
        void queries.invalidateQueries({ queryKey: routingKey(postId) })
        const sentence =
          passedTo === null
            ? say('You passed it on. Nobody else is known who could be asked.')
            : say('You passed it on to {name}.', { name: passedTo.name })
        toast({ sentence })
        return true
      } catch (error) {
        refuse(error)
        return false
      }
    },
  }
}
