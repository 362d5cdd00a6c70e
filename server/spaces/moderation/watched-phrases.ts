// What is watched for is kept by stewards.
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx'
import { type Refusal, refusal, refuseIf } from '#platform/refusal'
import { isSteward } from './access.ts'

export const PHRASES_MAX = 200

export function requireSteward(ctx: Ctx): void {
  refuseIf(whyNotWatch({ isSteward: isSteward(ctx) }))
}

function whyNotWatch(who: { isSteward: boolean }): Refusal | undefined {
  if (who.isSteward) return undefined
  return refusal('forbidden', 'stewards-only', 'Only stewards keep the list of watched words.')
}

export async function countPhrases(ctx: Ctx): Promise<number> {
  const found = await sql<{
    count: number
  }>`select count(*)::int as count from spaces.watched_phrase`.execute(ctx.db)
  return found.rows[0]?.count ?? 0
}
