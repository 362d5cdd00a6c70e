// How replies stand below each other: in the order of time, set in once when they answer another reply.
import type { Reply } from '#contract/said'

export type Standing = {
  reply: Reply
  isSetIn: boolean
  /** The reply answered, as far as it is on the page; nothing for those that answer the post. */
  answers: Reply | undefined
}

/** The replies of some pages of a thread, each once, with where they stand. A later page's copy wins. */
export function standingsOf(pages: { replies: Reply[] }[]): Standing[] {
  const byId = new Map(pages.flatMap((page) => page.replies.map((reply) => [reply.id, reply] as const)))
  return [...byId.values()].map((reply) => {
    const answers = reply.answersId === null ? undefined : byId.get(reply.answersId)
    return { reply, isSetIn: reply.answersId !== null, answers }
  })
}
