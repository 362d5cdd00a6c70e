import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { secrecy } from '#contract/secrecy'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { keepColleague } from '#rooms/people'
import {
  addSeen,
  follow,
  isReadByMany,
  postUnsigned,
  refuseTooMuch,
  requireReadableSpace,
} from '#rooms/spaces'
import { whyNotAsk } from '../asking/asked-words.ts'
import { countUnsignedToday } from './count-unsigned-today.ts'
import { PEOPLE_MIN } from './token.ts'

type Asked = InputOf<typeof secrecy.askConfidentially>

/**
 * Asks under the colleague who is nobody, so that all that lists, counts or tells of authors has nothing to hide. The
 * asker follows the thread as anybody may, and that alone brings them its answers.
 */
export async function askConfidentially(
  ctx: Ctx,
  { spaceId, title, body }: Asked,
): Promise<ReplyOf<typeof secrecy.askConfidentially>> {
  await requireReadableSpace(ctx, spaceId)
  refuseIf(whyNotAsk(title))
  await refuseTooMuch(ctx, { body, fileIds: [], unsignedToday: await countUnsignedToday(ctx) })
  if (!(await isReadByMany(ctx.db, { spaceId, peopleMin: PEOPLE_MIN }))) throw tooFewReaders()
  const { personId } = ctx.viewer
  const postId = newId<PostId>(ctx.now)
  await keepColleague(ctx.db, ctx.now)
  // What needs no details is said in one place, as in every other question.
  const words = body === '' ? { title: undefined, body: title } : { title, body }
  await postUnsigned(ctx, { postId, spaceId, at: ctx.now, ...words })
  await sql`insert into answers.question (post_id, strength) values (${postId}, 'confidential')`.execute(
    ctx.db,
  )
  await sql`
    insert into answers.confidential_asker (post_id, person_id) values (${postId}, ${personId})`.execute(
    ctx.db,
  )
  await follow(ctx, { what: 'thread', id: postId })
  await addSeen(ctx.db, [{ personId, targetId: postId, at: ctx.now }])
  return { postId }
}

const tooFewReaders = () =>
  refusal(
    'conflict',
    'too-few-readers',
    'Fewer than {least} people of the house read this space, so the others could tell who asked. Ask in a larger one, or with your name.',
    { least: PEOPLE_MIN },
  )
