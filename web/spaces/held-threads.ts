// Threads as the page holds them, for whoever changes words that may stand in one: lists of posts need no more of a
// thread than this.
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { PostId } from '#contract/ref'
import type { Post, Reply, Thread } from '#contract/said'

type Stamps = {
  /** Of the words and all that comes with them. */
  heardAt?: number | undefined
  /** Of the reactions, which are told of alone too. */
  reactedAt?: number | undefined
  /** Of a post's count of replies, likewise. */
  countedAt?: number | undefined
}
export type Stamped<Said extends Post | Reply> = Said & Stamps
export type Pages = InfiniteData<Thread, string | undefined>

/** Under which all threads are kept. */
export const THREADS = ['spaces', 'get-thread']

/** Under which all that the page holds of a thread is kept, from whichever reply on it was fetched. */
export function threadKey(postId: PostId) {
  return [...THREADS, postId]
}

/** Changes a post or reply wherever it stands. */
export function eachSaid(
  data: Pages,
  change: <Said extends Post | Reply>(said: Stamped<Said>) => Stamped<Said>,
): Pages {
  const pages = data.pages.map((page) => ({
    ...page,
    post: change(page.post),
    replies: page.replies.map((reply) => change(reply)),
  }))
  return { ...data, pages }
}

/** Changes a post or a reply wherever it stands on the page. */
export function changeSaid(
  client: QueryClient,
  saidId: string,
  change: <Said extends Post | Reply>(said: Said) => Said,
): void {
  const changed = <Said extends Post | Reply>(said: Said) => (said.id === saidId ? change(said) : said)
  client.setQueriesData<Pages>({ queryKey: THREADS }, (data) => data && eachSaid(data, changed))
}

/** Fetches every open thread anew, and the lists in which threads stand. */
export function refreshThreads(client: QueryClient) {
  return client.invalidateQueries({ queryKey: ['spaces'] })
}
