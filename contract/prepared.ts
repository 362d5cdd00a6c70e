// What a delegate prepared, as a card of the brief and the brief itself show it: always with a name.
import { z } from 'zod'
import { PersonRef, SaidId } from './ref.ts'

/** Words of a delegate beside the author's: their view, or a draft of an answer. */
const FromDelegate = z.object({ by: PersonRef, body: z.string() })

/** What was prepared of a card. */
export const Prepared = z.object({
  /** Every delegate who touched it. */
  by: z.array(PersonRef),
  isPinned: z.boolean(),
  view: FromDelegate.nullable(),
  draft: FromDelegate.nullable(),
})
export type Prepared = z.output<typeof Prepared>

/** A card that is not among the others: a delegate removed it, or what they pinned left no room for it. */
export const LeftOut = z.object({
  cardKey: z.string(),
  saidId: SaidId.nullable(),
  line: z.string(),
  /** Who removed it; null when there was no room. */
  by: PersonRef.nullable(),
  /** Why it was removed; null when there was no room. */
  reason: z.string().nullable(),
})
export type LeftOut = z.output<typeof LeftOut>
