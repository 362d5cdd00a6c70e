import type { ReplyOf } from '#contract/endpoint'
import type { secrecy } from '#contract/secrecy'
import type { SignInRequest } from '#platform/gate'
import { endOfPeriod, PEOPLE_MIN, TOKENS_MAX } from './token.ts'
import { areEnoughPeople, readWeekKey } from './week-key.ts'

/** The same for everybody, whoever asks. */
export async function getTokenKey({
  ctx: { db, now },
}: SignInRequest): Promise<ReplyOf<typeof secrecy.getTokenKey>> {
  const { period, publicKey } = await readWeekKey(db, now)
  return {
    period,
    publicKey,
    endsAt: endOfPeriod(now).toString(),
    tokensMax: TOKENS_MAX,
    peopleMin: PEOPLE_MIN,
    isEnoughPeople: await areEnoughPeople(db, period),
  }
}
