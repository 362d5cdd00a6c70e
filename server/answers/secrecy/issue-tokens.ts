import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { secrecy } from '#contract/secrecy'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { digestOf, signBlindly, tokensLeft, whyNotThisWeek } from './token.ts'
import { readWeekKey } from './week-key.ts'

type Asked = InputOf<typeof secrecy.issueTokens>

/** Signs what a device made of its tokens. As many as are left this week; none is no refusal, as devices fetch by themselves. */
export async function issueTokens(
  ctx: Ctx,
  { period, blinded }: Asked,
): Promise<ReplyOf<typeof secrecy.issueTokens>> {
  refuseIf(whyNotThisWeek(period, ctx.now))
  const week = await readWeekKey(ctx.db, ctx.now)
  const given = await countGiven(ctx, { period, blinded })
  return { signatures: blinded.slice(0, given).map((each) => signBlindly(week, each) ?? refuse()) }
}

/** How many of these are signed. Sent again, as an answer was lost, it is the same number and counted once. */
async function countGiven(ctx: Ctx, { period, blinded }: Asked): Promise<number> {
  const { personId } = ctx.viewer
  // The row is held until all is done, so that two devices that fetch at once are counted one after the other.
  const held = await sql<{ given: number; requestHash: string }>`
    insert into answers.tokens_given as g (period, person_id, given, request_hash)
    values (${period}, ${personId}, ${blinded.length}, ${digestOf(...blinded)})
    on conflict (period, person_id) do update set given = g.given
    returning given, request_hash as "requestHash"`.execute(ctx.db)
  const { given = 0, requestHash } = held.rows[0] ?? {}
  const again = blinded.findIndex((_, index) => digestOf(...blinded.slice(0, index + 1)) === requestHash)
  if (again >= 0) return again + 1
  const more = tokensLeft({ given, wanted: blinded.length })
  if (more === 0) return 0
  await sql`
    update answers.tokens_given
    set given = given + ${more}, request_hash = ${digestOf(...blinded.slice(0, more))}
    where period = ${period} and person_id = ${personId}`.execute(ctx.db)
  return more
}

function refuse(): never {
  throw refusal('invalid', 'not-blinded', 'This is not what a device makes of a token.')
}
