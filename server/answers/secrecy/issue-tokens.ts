import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { secrecy } from '#contract/secrecy'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { digestOf, signBlindly, whyNotGive, whyNotThisWeek } from './token.ts'
import { readWeekKey } from './week-key.ts'

/** Signs what a device made of its tokens. Of them nothing is kept but their number: who asks later is not to be found. */
export async function issueTokens(
  ctx: Ctx,
  { period, blinded }: InputOf<typeof secrecy.issueTokens>,
): Promise<ReplyOf<typeof secrecy.issueTokens>> {
  refuseIf(whyNotThisWeek(period, ctx.now))
  const week = await readWeekKey(ctx.db, ctx.now)
  // The row is held until all is done, so that two devices that fetch at once are counted one after the other.
  const counted = await sql<{ given: number }>`
    insert into answers.tokens_given as g (period, person_id, given, request_hash)
    values (${period}, ${ctx.viewer.personId}, ${blinded.length}, ${digestOf(...blinded)})
    on conflict (period, person_id) do update
      set given = g.given + case when g.request_hash = excluded.request_hash then 0 else excluded.given end,
        request_hash = excluded.request_hash
    returning given`.execute(ctx.db)
  refuseIf(whyNotGive(counted.rows[0]?.given ?? 0))
  return { signatures: blinded.map((each) => signBlindly(week, each) ?? refuse()) }
}

function refuse(): never {
  throw refusal('invalid', 'not-blinded', 'This is not what a device makes of a token.')
}
