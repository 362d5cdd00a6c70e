// Announces what was posted since a list was fetched. It comes into the list by a press, never under one's thumb.
import { type InfiniteData, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { ArrowUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useLive } from '#browser/live'
import type { Topics } from '#browser/live-line'
import { useMe } from '#browser/session'
import type { PostCard } from '#contract/said'
import type { FeedOrder } from '#contract/spaces'
import { movedCard, newPosts } from './feed-news.ts'
import styles from './fresh-posts.module.css'
import { postsWaiting } from './live-words.ts'
import { changeCard, type Feed, feedKey } from './use-feeds.ts'

/** The dots that tell of news are asked for anew at most so often. */
const DOTS_MS = 5000

type Page = { items: PostCard[]; nextCursor: string | null }

type NewPostsProps = {
  feed: Feed
  order: FeedOrder
  topics: Pick<Topics, 'spaceId' | 'home'>
  /** Looks at the first page without showing it. */
  look: () => Promise<Page>
  /** Whether one follows what stands here, so that what is new in it is marked. */
  isFollowed: boolean
}

export function NewPosts({ feed, order, topics, look, isFollowed }: NewPostsProps) {
  const { waiting, isAtLeast, clear } = useNewPosts({ order, topics, look, isFollowed })
  const client = useQueryClient()
  const listed = new Set(itemsIn(feed.data).map(({ id }) => id as string))
  const unlisted = waiting.filter((id) => !listed.has(id))
  const show = async () => {
    client.setQueryData<InfiniteData<unknown>>(feedKey(topics, order), (data) => data && firstPageOf(data))
    const { isSuccess } = await feed.refetch()
    if (isSuccess) clear()
    scrollTo({ top: 0 })
  }
  return (
    <div role="status" className={styles.place}>
      {unlisted.length > 0 && (
        <button type="button" className={styles.bar} onClick={show}>
          <ArrowUp aria-hidden strokeWidth={1.75} />
          {postsWaiting(unlisted.length, { isAtLeast })}
        </button>
      )}
    </div>
  )
}

type Watched = Pick<NewPostsProps, 'order' | 'topics' | 'look' | 'isFollowed'>

/** Listens, keeps the cards in the list right, and counts the posts that are not in it. */
function useNewPosts({ order, topics, look, isFollowed }: Watched) {
  const client = useQueryClient()
  const viewerId = useMe().person.id
  const refreshDots = useDots(client)
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [isAtLeast, setIsAtLeast] = useState(false)
  const wait = (ids: readonly string[]) => setWaiting((known) => [...new Set([...known, ...ids])])
  const catchUp = async () => {
    const query = client.getQueryCache().find<InfiniteData<Page>>({ queryKey: feedKey(topics, order) })
    // A fetch that is under way may have looked before anything was heard here.
    await query?.promise?.catch(() => {})
    const { items } = await look()
    const fresh = newPosts(items, { listed: itemsIn(query?.state.data), order, viewerId })
    wait(fresh.map(({ id }) => id))
    setIsAtLeast(fresh.length > 0 && fresh.length === items.length)
    for (const card of items) changeCard(client, card.id, () => card)
  }
  useLive(topics, (event) => {
    // Without a line there is nothing to catch up with; the next greeting brings it.
    if (event.what === 'hello') catchUp().catch(() => {})
    if (event.what === 'thread-moved') {
      if (event.isPost && event.authorId !== viewerId) wait([event.postId])
      const marks = isFollowed ? { viewerId } : undefined
      changeCard(client, event.postId, (card) => movedCard(card, event, marks))
    }
    if (event.what === 'hello' || event.what === 'thread-moved') refreshDots()
  })
  const clear = () => {
    setWaiting([])
    setIsAtLeast(false)
  }
  return { waiting, isAtLeast, clear }
}

/** Asks anew what the dots beside home and the spaces say, however much happens at once. */
function useDots(client: QueryClient): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const refresh = () => {
    timer.current = undefined
    for (const name of ['get-news', 'list-spaces']) {
      const isOld = (query: { isStaleByTime: (ms: number) => boolean }) => query.isStaleByTime(DOTS_MS)
      void client.invalidateQueries({ queryKey: ['spaces', name], predicate: isOld })
    }
  }
  return () => {
    timer.current ??= setTimeout(refresh, DOTS_MS)
  }
}

function itemsIn(data: InfiniteData<Page> | undefined): PostCard[] {
  return data?.pages.flatMap((page) => page.items) ?? []
}

function firstPageOf<Page>({ pages, pageParams }: InfiniteData<Page>): InfiniteData<Page> {
  return { pages: pages.slice(0, 1), pageParams: pageParams.slice(0, 1) }
}
