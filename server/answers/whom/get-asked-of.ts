import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { AskedOf, whom } from '#contract/whom'
import type { Ctx } from '#platform/ctx'
import { requireQuestion } from '../access.ts'

export async function getAskedOf(
  ctx: Ctx,
  input: InputOf<typeof whom.getAskedOf>,
): Promise<ReplyOf<typeof whom.getAskedOf>> {
  const { postId } = await requireQuestion(ctx, input.postId)
  const found = await sql<AskedOf>`
    select a.what, card.ref as person, a.role
    from answers.asked_of a left join people.person_card card on card.id = a.person_id
    where a.post_id = ${postId}`.execute(ctx.db)
  return { askedOf: found.rows[0] ?? null }
}
