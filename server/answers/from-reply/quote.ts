// What of a reply goes along with a question that begins with it. Pure.
import type { PersonRef, PostId, ReplyId, SpaceId } from '#contract/ref'

export type HeldReply = {
  replyId: ReplyId
  postId: PostId
  spaceId: SpaceId
  author: PersonRef
  body: string
}

const QUOTE_CHARACTERS_MAX = 2_000
const TITLE_CHARACTERS_MAX = 300
const MENTION = /@\[([^\]\n]{1,120})\]\((?:person|group):[^)\s]{1,80}\)/g

/** The words without what would act in them: whoever they name is not called a second time, and files stay where they are. */
export function plainWords(body: string): string {
  const words = body
    .replace(MENTION, '$1')
    .replace(/!?\[([^\]\n]*)\]\(file:[^)\s]*\)/g, '$1')
    .trim()
  if (words.length <= QUOTE_CHARACTERS_MAX) return words
  return `${words.slice(0, QUOTE_CHARACTERS_MAX).toWellFormed().trimEnd()} …`
}

/** The words as a quote, with whose they are and the way to them. */
export function quoteOf({ body, author, postId, replyId }: HeldReply): string {
  const name = author.name.replace(/[[\]\\\n]/g, ' ')
  const lines = [...plainWords(body).split('\n'), '', `— [${name}](/threads/${postId}/${replyId})`]
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n')
}

/** The first sentence that asks, as the title of a question; empty where none does. */
export function titleIn(body: string): string {
  const sentences = plainWords(body)
    .split(/(?<=[.!?。！？])\s+|(?<=[。！？])|\n+/)
    .map((each) => each.replace(/^[\s>*#-]+/, '').trim())
  const asking = sentences.find((each) => /[?？]$/.test(each)) ?? ''
  return asking.length <= TITLE_CHARACTERS_MAX ? asking : ''
}
