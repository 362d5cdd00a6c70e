// Topics: what is known of one, which there are, and what one may do with them.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { FeedOrder } from '#contract/spaces'
import { useToast } from '#ui/toast'
import { type Feed, useFeed } from './use-feeds.ts'

const TOPIC = ['spaces', 'get-topic']
const TOPICS = ['spaces', 'list-topics']
const MERGED = ['spaces', 'list-merged-topics']

export function useTopic(topic: string) {
  return useQuery({ queryKey: [...TOPIC, topic], queryFn: () => call('spaces', 'getTopic', { topic }) })
}

export function usePostsOfTopic(topic: string, order: FeedOrder): Feed {
  return useFeed(['spaces', 'list-posts-of-topic', topic, order], (cursor) =>
    call('spaces', 'listPostsOfTopic', { topic, order, ...cursor }),
  )
}

export function useTopics() {
  return useQuery({ queryKey: TOPICS, queryFn: () => call('spaces', 'listTopics', {}) })
}

export function useMergedTopics() {
  return useInfiniteQuery({
    queryKey: MERGED,
    queryFn: ({ pageParam }) =>
      call('spaces', 'listMergedTopics', { ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** Whatever changes of a topic changes what comes home and what lists of topics say. */
function useTopicsChanged() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [TOPIC, TOPICS, MERGED, ['spaces', 'get-feed'], ['spaces', 'list-posts-of-topic']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}

export function useFollowTopic() {
  const changed = useTopicsChanged()
  const toast = useToast()
  return useMutation({
    mutationFn: ({ topic, follows }: { topic: string; follows: boolean }) =>
      call('spaces', follows ? 'followTopic' : 'unfollowTopic', { topic }),
    onSuccess: (_, { topic, follows }) => {
      toast({
        sentence: follows
          ? say('What names #{topic} comes to your home.', { topic })
          : say('#{topic} no longer comes home.', { topic }),
      })
      return changed()
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
}

export function useMergeTopics() {
  const changed = useTopicsChanged()
  return useMutation({
    mutationFn: (merge: { topic: string; into: string }) => call('spaces', 'mergeTopics', merge),
    onSuccess: changed,
  })
}

export function useUnmergeTopic() {
  const changed = useTopicsChanged()
  const toast = useToast()
  return useMutation({
    mutationFn: (topic: string) => call('spaces', 'unmergeTopic', { topic }),
    onSuccess: (_, topic) => {
      toast({ sentence: say('#{topic} stands for itself again.', { topic }) })
      return changed()
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
}
