import type { InputOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { newId } from '#platform/ids'
import { type Refusal, refuseIf } from '#platform/refusal'
import { type HeldSpace, requireReadableSpace } from './access.ts'
import { whyNotAnnounce } from './announcements/announcement.ts'
import { announced, peopleMentioned } from './events.ts'
import { attachFiles } from './files/attach-files.ts'
import { groupsIn } from './groups/group-mentions.ts'
import { refuseTooMuch } from './moderation/refuse-too-much.ts'
import { keptPoll, whyNotBegin } from './polls/poll.ts'
import { readPost } from './read-words.ts'
import { insertMentions, insertPost } from './store.ts'
import { asSaid, mentionedIn } from './words.ts'

/** Says something in a space. Whoever may read a space may add to it. */
export async function writePost(ctx: Ctx, input: InputOf<typeof spaces.writePost>): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, input.spaceId)
  refuseIf(whyNotPost(ctx, { space, post: input }))
  await refuseTooMuch(ctx, input)
  const id = newId<PostId>(ctx.now)
  const { kind, body, isAnnouncement } = input
  const title = input.title === '' ? undefined : input.title
  const authorId = ctx.viewer.personId
  const poll = input.poll && keptPoll(input.poll)
  const post = { id, spaceId: space.id, authorId, kind, title, body, poll, isAnnouncement, at: ctx.now }
  await insertPost(ctx.db, post)
  const said = { saidId: asSaid(id), authorId, postId: id, spaceId: space.id, at: ctx.now }
  const mentioned = await insertMentions(ctx.db, {
    ...said,
    personIds: mentionedIn(body),
    groupIds: groupsIn(body),
  })
  await attachFiles(ctx.db, said, input.fileIds)
  await ctx.emit({ name: 'spaces/post-written', facts: { postId: id } })
  if (isAnnouncement) await ctx.emit(announced({ postId: id, at: ctx.now }))
  if (mentioned > 0) await ctx.emit(peopleMentioned(said))
  return readPost(ctx, id)
}

type Given = Pick<InputOf<typeof spaces.writePost>, 'poll' | 'isAnnouncement'>

/** What is refused of a post whatever its words are, also of one that waits for its time. */
export function whyNotPost(
  { viewer, now }: Ctx,
  { space, post: { poll, isAnnouncement } }: { space: HeldSpace; post: Given },
): Refusal | undefined {
  const noPoll = poll && whyNotBegin(poll, now)
  return noPoll ?? (isAnnouncement ? whyNotAnnounce(space, viewer) : undefined)
}
