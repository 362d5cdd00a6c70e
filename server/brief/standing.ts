// Somebody's brief and the minutes they have for it, as they stand at an instant.
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { findReader, type Reader } from '#rooms/people'
import { findAttention, type KeptAttention, readAttention } from './attention/store.ts'
import type { Attention } from './attention/week.ts'
import { FALLBACK_TIME_ZONE, type Rhythm } from './next-sitting.ts'
import { type Preference, readPreference } from './preference.ts'

export type Standing = Preference & {
  reader: Reader
  rhythm: Rhythm
  kept: KeptAttention
  /** Undefined without a limit. */
  attention: Attention | undefined
}

/** Undefined for somebody who is not in this network. */
export async function standingOf(
  db: Db,
  personId: PersonId,
  at: Temporal.Instant,
): Promise<Standing | undefined> {
  const reader = await findReader(db, personId)
  if (reader === undefined) return undefined
  const preference = await readPreference(db, personId)
  const kept = await readAttention(db, personId)
  const rhythm = { ...preference.settings, timeZone: reader.timeZone ?? FALLBACK_TIME_ZONE }
  const attention = await findAttention(db, personId, { minutes: kept.minutes, at, rhythm })
  return { ...preference, reader, rhythm, kept, attention }
}
