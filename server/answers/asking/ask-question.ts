import type { asking } from '#contract/asking'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireReadableSpace, writePost } from '#rooms/spaces'
import { noteBegun, requireBegun } from '../from-reply/from-reply.ts'
import { naming, noteAsked, requireAsked } from '../whom/ask-whom.ts'
import { whyNotAsk } from './asked-words.ts'

type Input = InputOf<typeof asking.askQuestion>

/** Asks a space, and perhaps somebody in it, about something new or a reply. */
export async function askQuestion(ctx: Ctx, input: Input): Promise<ReplyOf<typeof asking.askQuestion>> {
  refuseIf(whyNotAsk(input.title))
  const { spaceId, fileIds, whom, from } = input
  // First of all, so that nothing that is refused below tells of a space that is out of sight.
  await requireReadableSpace(ctx, spaceId)
  const asked = await requireAsked(ctx, { spaceId, whom })
  const begun = from && (await requireBegun(ctx, { spaceId, from }))
  const { json } = await writePost(ctx, {
    ...{ spaceId, kind: 'question', fileIds, isAnnouncement: false },
    ...wordsOf(input, { mention: asked.mention, quote: begun?.quote }),
  })
  const { id: postId } = JSON.parse(json) as { id: PostId }
  await noteAsked(ctx, { postId, asking: asked })
  if (begun !== undefined) await noteBegun(ctx, { postId, reply: begun.reply })
  return { postId }
}

type Added = { mention: string | undefined; quote: string | undefined }

/** What needs no details is said in one place: the question is the body then, and no title above it. */
function wordsOf({ title, body = '' }: Input, { mention, quote }: Added): { title?: string; body: string } {
  const details = [body, quote].flatMap((part) => (part === undefined || part === '' ? [] : [part]))
  if (details.length === 0) return { body: naming(title, mention) }
  return { title, body: naming(details.join('\n\n'), mention) }
}
