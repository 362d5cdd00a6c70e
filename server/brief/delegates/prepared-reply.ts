// What stands prepared, as cards and briefs show it.
import type { LeftOut, Prepared } from '#contract/prepared'
import type { PersonId, PersonRef, SaidId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { Db } from '#platform/db'
import { personRefs } from '#rooms/people'
import type { Plan, PlannedCard } from '../planned-card.ts'
import type { KeptPart } from './store.ts'

/** What was prepared of each card that somebody touched. */
export function preparedIn(parts: readonly KeptPart[]): Map<SaidId, Prepared> {
  const touched = parts.filter(({ part }) => part !== 'restored' && part !== 'leave-out')
  const bySaid = Map.groupBy(touched, ({ saidId }) => saidId)
  return new Map([...bySaid].map(([saidId, ofCard]) => [saidId, preparedOf(ofCard)]))
}

function preparedOf(parts: readonly KeptPart[]): Prepared {
  const written = (wanted: KeptPart['part']) => {
    const found = parts.find(({ part }) => part === wanted)
    return found?.body == null ? null : { by: found.by, body: found.body }
  }
  return {
    by: [...new Map(parts.map(({ by }) => [by.id, by])).values()],
    isPinned: parts.some(({ part }) => part === 'pin'),
    view: written('view'),
    draft: written('draft'),
  }
}

/** Of the unheard share nobody prepares anything, whatever was written of the same words elsewhere. */
export function preparedOfCard(
  { kind, saidId }: PlannedCard,
  prepared: ReadonlyMap<SaidId, Prepared>,
): Prepared | null {
  return kind === 'unheard' || saidId === null ? null : (prepared.get(saidId) ?? null)
}

/**
 * What was left out of a plan, as far as the reader may still see the words.
 * @param words those that the reader may see
 */
export async function leftOutReply(
  db: Db,
  { leftOut }: Pick<Plan, 'leftOut'>,
  words: ReadonlyMap<SaidId, CardWords>,
): Promise<LeftOut[]> {
  if (leftOut.length === 0) return []
  const people = await personRefs(
    db,
    leftOut.flatMap(({ byId }) => byId ?? []),
  )
  const named = (id: PersonId | null): PersonRef | null => (id === null ? null : (people.get(id) ?? null))
  return leftOut
    .filter(({ card }) => card.saidId === null || words.has(card.saidId))
    .map(({ card, byId, reason }) => ({
      cardKey: card.key,
      saidId: card.saidId,
      line: card.line,
      by: named(byId),
      reason,
    }))
}
