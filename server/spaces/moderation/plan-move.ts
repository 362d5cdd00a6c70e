import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Move } from '#contract/judged'
import type { moderation } from '#contract/moderation'
import type { PersonRef, SpaceRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { type HeldSpace, requireReadableSpace } from '../access.ts'
import { spaceRef } from '../json-parts.ts'
import { isVisible } from '../visibility.ts'
import { isSteward } from './access.ts'
import { type ModeratedThread, requireModeratedThread } from './thread.ts'

const SHOWN_MAX = 12

/** Who comes to read a thread by a move, and who no longer does. */
export async function planMove(ctx: Ctx, input: InputOf<typeof moderation.planMove>): Promise<Move> {
  const { thread, to } = await requireMovable(ctx, input)
  const spaces = await sql<{ id: string; ref: SpaceRef }>`
    select s.id, row_to_json(${spaceRef}) as ref from spaces.space s
    where s.id in (${thread.spaceId}, ${to.id})`.execute(ctx.db)
  const refs = new Map(spaces.rows.map(({ id, ref }) => [id, ref]))
  const [from, target] = [refs.get(thread.spaceId), refs.get(to.id)]
  if (from === undefined || target === undefined) throw new Error('a space of a move is gone')
  const canRead = (space: RawBuilder<unknown>) => isVisible(space, sql`p.id`)
  const [old, next] = [canRead(sql`${thread.spaceId}::uuid`), canRead(sql`${to.id}::uuid`)]
  const everybody = { from: from.visibility === 'open', to: target.visibility === 'open' }
  const of = { thread, to }
  return {
    from,
    to: target,
    gains: await readersOf(ctx, sql`${next} and not ${old}`, {
      ...of,
      isEverybody: everybody.to && !everybody.from,
    }),
    loses: await readersOf(ctx, sql`${old} and not ${next}`, {
      ...of,
      isEverybody: everybody.from && !everybody.to,
    }),
  }
}

/**
 * What is to be moved, and where: keepers of both spaces may, and stewards who read both. A conversation out of an
 * archive stays among those it was.
 */
export async function requireMovable(
  ctx: Ctx,
  { postId, spaceId }: Pick<InputOf<typeof moderation.planMove>, 'postId' | 'spaceId'>,
): Promise<{ thread: ModeratedThread; to: HeldSpace }> {
  const thread = await requireModeratedThread(ctx, postId)
  const to = await requireReadableSpace(ctx, spaceId)
  if (!to.isKeeper && !isSteward(ctx))
    throw refusal(
      'forbidden',
      'keepers-of-both',
      'Only whoever keeps both spaces, or a steward, can move a thread.',
    )
  if (thread.isConversation || to.isConversation)
    throw refusal(
      'conflict',
      'conversation-closed',
      'A private conversation from an archive stays among those it was.',
    )
  if (thread.spaceId === to.id)
    throw refusal('conflict', 'is-there', 'The thread is in {space} already.', { space: to.name })
  if (thread.isDeleted)
    throw refusal('conflict', 'words-deleted', 'The post is gone, so there is nothing to move.')
  return { thread, to }
}

type Asked = { thread: ModeratedThread; to: HeldSpace; isEverybody: boolean }

/** Among the members of both spaces, the one rule of sight tells; everybody else reads what is open, or nothing. */
async function readersOf(
  ctx: Ctx,
  which: RawBuilder<unknown>,
  { thread, to, isEverybody }: Asked,
): Promise<Move['gains']> {
  if (isEverybody) return { isEverybody, count: 0, people: [] }
  const found = await sql<{ count: number; people: PersonRef[] }>`
    with changed as (
      select distinct p.id from spaces.membership m join people.standing p on p.id = m.person_id and p.is_active
      where m.space_id in (${thread.spaceId}, ${to.id}) and ${which}
    )
    select (select count(*)::int from changed) as count, coalesce((
      select json_agg(shown.ref) from (
        select card.ref from changed join people.person_card card on card.id = changed.id
        order by card.ref ->> 'name', card.id limit ${SHOWN_MAX}) shown
    ), '[]') as people`.execute(ctx.db)
  return { isEverybody, ...(found.rows[0] ?? { count: 0, people: [] }) }
}
