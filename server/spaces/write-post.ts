import type { InputOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { newId } from '#platform/ids'
import { refuseIf } from '#platform/refusal'
import { requireReadableSpace } from './access.ts'
import { peopleMentioned } from './events.ts'
import { attachFiles } from './files/attach-files.ts'
import { keptPoll, whyNotBegin } from './polls/poll.ts'
import { readPost } from './read-words.ts'
import { insertMentions, insertPost } from './store.ts'
import { asSaid, mentionedIn } from './words.ts'

/** Says something in a space. Whoever may read a space may add to it. */
export async function writePost(ctx: Ctx, input: InputOf<typeof spaces.writePost>): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, input.spaceId)
  if (input.poll !== undefined) refuseIf(whyNotBegin(input.poll, ctx.now))
  const id = newId<PostId>(ctx.now)
  const { kind, body } = input
  const title = input.title === '' ? undefined : input.title
  const authorId = ctx.viewer.personId
  const poll = input.poll && keptPoll(input.poll)
  await insertPost(ctx.db, { id, spaceId: space.id, authorId, kind, title, body, poll, at: ctx.now })
  const said = { saidId: asSaid(id), authorId, postId: id, spaceId: space.id, at: ctx.now }
  const mentioned = await insertMentions(ctx.db, { ...said, personIds: mentionedIn(body) })
  await attachFiles(ctx.db, said, input.fileIds)
  await ctx.emit({ name: 'spaces/post-written', facts: { postId: id } })
  if (mentioned > 0) await ctx.emit(peopleMentioned(said))
  return readPost(ctx, id)
}
