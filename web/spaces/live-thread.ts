// A thread that is fetched in pages and told of live, in whatever order both arrive. Each part of it remembers how much
// had been heard when it was asked for, or as the how manieth event it was heard; of two, the later one stands. What is
// told is looked up when it is told, one after the other, so a later event is never older.
import type { LiveEvent } from '#contract/live'
import type { Post, Reply, Thread } from '#contract/said'
import { eachSaid, type Pages, type Stamped } from './held-threads.ts'

/** Marks a page with how much had been heard when it was asked for. */
export function stampedPage(page: Thread, askedAt: number): Thread {
  return {
    ...page,
    post: stamped(page.post, askedAt),
    replies: page.replies.map((reply) => stamped(reply, askedAt)),
  }
}

function stamped<Said extends Post | Reply>(said: Said, at: number): Stamped<Said> {
  return { ...said, heardAt: at, reactedAt: at, countedAt: at }
}

/**
 * Lays pages that were fetched over those that are known. What was heard since they were asked for stays, and so do
 * replies below the last page that was fetched, until the next one is there.
 */
export function withFetched(known: Pages | undefined, fetched: Pages): Pages {
  const knownPost = known?.pages[0]?.post
  if (known === undefined || knownPost === undefined) return fetched
  const knownReplies = new Map(repliesIn(known).map((reply) => [reply.id, reply]))
  const pages = fetched.pages.map((page) => ({
    ...page,
    post: latest(knownPost, page.post),
    replies: page.replies.map((reply) => latest(knownReplies.get(reply.id) ?? reply, reply)),
  }))
  const here = new Set(repliesIn(fetched).map(({ id }) => id))
  return [...knownReplies.values()]
    .filter((reply) => !here.has(reply.id) && outlasts(reply, fetched))
    .reduce(placed, { ...fetched, pages })
}

/** Takes in what was heard. What is told of other threads, and of replies that no page holds, changes nothing. */
export function withHeard(data: Pages, event: LiveEvent, number: number): Pages {
  if (!('postId' in event) || event.postId !== data.pages[0]?.post.id) return data
  if (event.what === 'reply-written') {
    const { replyCount } = event
    const counted = eachPost(data, (post) => ({ ...post, replyCount, countedAt: number }))
    return withReply(counted, stamped(event.reply, number))
  }
  if (event.what === 'words-changed') {
    const { post, reply } = event
    if (reply !== undefined) return withReply(data, stamped(reply, number))
    return post === undefined ? data : eachPost(data, () => stamped(post, number))
  }
  if (event.what === 'reactions-changed') {
    const { saidId, reactions } = event
    return eachSaid(data, (said) =>
      (said.id as string) === saidId ? { ...said, reactions, reactedAt: number } : said,
    )
  }
  return data
}

/** Takes in the answer to one's own reply, which was asked for when so much had been heard. */
export function withAnswer(data: Pages, reply: Reply, askedAt: number): Pages {
  if (repliesIn(data).some(({ id }) => id === reply.id)) return data
  // The exact count is told too; until then it is one more.
  const counted = eachPost(data, (post) => ({ ...post, replyCount: post.replyCount + 1 }))
  return withReply(counted, stamped(reply, askedAt))
}

function eachPost(data: Pages, change: (post: Stamped<Post>) => Post): Pages {
  return { ...data, pages: data.pages.map((page) => ({ ...page, post: change(page.post) })) }
}

function repliesIn(data: Pages): Stamped<Reply>[] {
  return data.pages.flatMap((page) => page.replies)
}

/** Puts a reply where it stands already, or where it belongs if a page holds that place. */
function withReply(data: Pages, reply: Stamped<Reply>): Pages {
  if (repliesIn(data).some(({ id }) => id === reply.id)) {
    return eachReply(data, (known) => (known.id === reply.id ? reply : known))
  }
  return holdsPlaceOf(data, reply) ? placed(data, reply) : data
}

function eachReply(data: Pages, change: (reply: Stamped<Reply>) => Reply): Pages {
  return { ...data, pages: data.pages.map((page) => ({ ...page, replies: page.replies.map(change) })) }
}

function holdsPlaceOf({ pages }: Pages, reply: Reply): boolean {
  const [first, last] = [pages[0], pages.at(-1)]
  if (first === undefined || last === undefined) return false
  const [highest, lowest] = [first.replies[0], last.replies.at(-1)]
  const isBelowTop = first.previousCursor === null || (highest !== undefined && isAfter(reply, highest))
  const isAboveEnd = last.nextCursor === null || (lowest !== undefined && isAfter(lowest, reply))
  return isBelowTop && isAboveEnd
}

/** Puts a reply in the order of time into the last page that begins before it. */
function placed(data: Pages, reply: Stamped<Reply>): Pages {
  const begins = ({ replies: [first] }: Thread) => first !== undefined && isAfter(reply, first)
  const at = Math.max(0, data.pages.findLastIndex(begins))
  const pages = data.pages.map((page, index) => {
    if (index !== at) return page
    const before = page.replies.filter((each) => !isAfter(each, reply))
    return { ...page, replies: [...before, reply, ...page.replies.slice(before.length)] }
  })
  return { ...data, pages }
}

/** Whether a reply that a fetch did not bring stays: it was heard since, or stands where more is to come. */
function outlasts(reply: Stamped<Reply>, { pages }: Pages): boolean {
  const last = pages.at(-1)
  const lowest = last?.replies.at(-1)
  if (last === undefined) return false
  if (isLater(reply.heardAt, (last.post as Stamped<Post>).heardAt)) return true
  return last.nextCursor !== null && lowest !== undefined && isAfter(reply, lowest)
}

/** Of the same thing known in two ways, the later of each part; of equals, the fresh one. */
function latest<Said extends Post | Reply>(known: Stamped<Said>, fresh: Stamped<Said>): Stamped<Said> {
  const words = isLater(known.heardAt, fresh.heardAt) ? known : fresh
  const reacted = isLater(known.reactedAt, fresh.reactedAt) ? known : fresh
  const counted = isLater(known.countedAt, fresh.countedAt) ? known : fresh
  return {
    ...words,
    ...{ reactions: reacted.reactions, reactedAt: reacted.reactedAt },
    ...('replyCount' in counted && { replyCount: counted.replyCount, countedAt: counted.countedAt }),
  }
}

function isLater(one: number | undefined, other: number | undefined): boolean {
  return (one ?? 0) > (other ?? 0)
}

/** The order in which replies stand. */
function isAfter(one: Reply, other: Reply): boolean {
  const apart = Date.parse(one.at) - Date.parse(other.at)
  return apart > 0 || (apart === 0 && one.id > other.id)
}
