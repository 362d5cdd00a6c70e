import type { asking } from '#contract/asking'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { writePost } from '#rooms/spaces'
import { whyNotAsk } from './asked-words.ts'

/** Asks a space. What needs no details is said in one place: the question is the body then, and no title above it. */
export async function askQuestion(
  ctx: Ctx,
  { spaceId, title, body = '', fileIds }: InputOf<typeof asking.askQuestion>,
): Promise<ReplyOf<typeof asking.askQuestion>> {
  refuseIf(whyNotAsk(title))
  const words = body === '' ? { body: title } : { title, body }
  const { json } = await writePost(ctx, {
    ...{ spaceId, kind: 'question', fileIds, isAnnouncement: false },
    ...words,
  })
  const { id } = JSON.parse(json) as { id: PostId }
  return { postId: id }
}
