import { sql } from 'kysely'
import type { Brief } from '#contract/brief'
import type { delegates } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { readCardWords } from '#rooms/spaces'
import { requireBrief } from '../access.ts'
import type { Plan } from '../planned-card.ts'
import { toReply } from '../reply.ts'
import { dropParts, noteAct, putPart } from './store.ts'

/**
 * Brings back what was left out of a brief of one's own. It comes after the others, and what a delegate removed cannot be
 * removed again; the minutes may then be more than were set, as their owner wants it so.
 */
export async function bringBack(ctx: Ctx, input: InputOf<typeof delegates.bringBack>): Promise<Brief> {
  // The lock comes before the read: of two presses at once one would lose what the other brought back.
  const executiveId = ctx.viewer.personId
  await sql`
    select from brief.brief where id = ${input.briefId} and person_id = ${executiveId} for update`.execute(
    ctx.db,
  )
  const stored = await requireBrief(ctx, input.briefId)
  const found = stored.plan.leftOut.find(({ card }) => card.key === input.cardKey)
  const saidId = found?.card.saidId ?? null
  const isInSight = saidId === null || (await readCardWords(ctx.db, executiveId, [saidId])).has(saidId)
  if (found === undefined || !isInSight) {
    throw refusal('not-found', 'no-such-card', 'This card is not among those left out.')
  }
  const plan = broughtBack(stored.plan, input.cardKey)
  await sql`update brief.brief set plan = ${JSON.stringify(plan)}::jsonb where id = ${stored.id}`.execute(
    ctx.db,
  )
  if (found.byId !== null && saidId !== null) {
    await dropParts(ctx.db, { executiveId, saidId, parts: ['leave-out'] })
    await putPart(ctx, { executiveId, saidId, part: 'restored' })
    await noteAct(ctx, { executiveId, kind: 'restored', saidId })
  }
  return toReply(ctx, { ...stored, plan })
}

function broughtBack(plan: Plan, key: string): Plan {
  const back = plan.leftOut.flatMap(({ card }) => (card.key === key ? [card] : []))
  const isLast = ({ kind }: Plan['cards'][number]) => kind === 'reflect'
  return {
    ...plan,
    cards: [...plan.cards.filter((card) => !isLast(card)), ...back, ...plan.cards.filter(isLast)],
    leftOut: plan.leftOut.filter(({ card }) => card.key !== key),
    secondsPlanned: plan.secondsPlanned + back.reduce((sum, { seconds }) => sum + seconds, 0),
  }
}
