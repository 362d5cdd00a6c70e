// How somebody wants their brief, and what it has learned from them.
import { sql } from 'kysely'
import type { BriefChannel, BriefSettings, Minutes } from '#contract/brief'
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { learnedWeights, shownWeights } from './adapt-weights.ts'
import { DEFAULT_WEIGHTS, type Weights, type WorthFeature } from './worth.ts'

export type Preference = { settings: BriefSettings; weights: Weights }

type Row = {
  minutes: Minutes
  weekdays: number[]
  time: string
  wordsPerMinute: number
  channel: BriefChannel
  isCounted: boolean
  weights: Record<string, unknown>
}

const DEFAULTS: Row = {
  minutes: 10,
  weekdays: [1, 2, 3, 4, 5],
  time: '07:30',
  wordsPerMinute: 238,
  channel: 'web',
  isCounted: false,
  weights: {},
}

export async function readPreference(db: Db, personId: PersonId): Promise<Preference> {
  const found = await sql<Row>`
    select minutes, weekdays, local_time as time, words_per_minute as "wordsPerMinute", channel,
      is_counted as "isCounted", weights
    from brief.preference where person_id = ${personId}`.execute(db)
  const { weights, ...settings } = found.rows[0] ?? DEFAULTS
  return { settings, weights: learnedWeights(weights) }
}

/** Holds somebody's row until the transaction ends: of two choices made at once, none is lost. */
export async function holdPreference(db: Db, personId: PersonId): Promise<void> {
  await sql`insert into brief.preference (person_id) values (${personId}) on conflict do nothing`.execute(db)
  await sql`select from brief.preference where person_id = ${personId} for update`.execute(db)
}

export async function writePreference(
  db: Db,
  personId: PersonId,
  { settings, weights }: Preference,
): Promise<void> {
  const learned = JSON.stringify(whatWasLearned(weights))
  await sql`
    insert into brief.preference
      (person_id, minutes, weekdays, local_time, words_per_minute, channel, is_counted, weights)
    values (${personId}, ${settings.minutes}, ${settings.weekdays}::int[], ${settings.time},
      ${settings.wordsPerMinute}, ${settings.channel}, ${settings.isCounted}, ${learned}::jsonb)
    on conflict (person_id) do update set
      minutes = excluded.minutes, weekdays = excluded.weekdays, local_time = excluded.local_time,
      words_per_minute = excluded.words_per_minute, channel = excluded.channel,
      is_counted = excluded.is_counted, weights = excluded.weights`.execute(db)
}

/** Only what differs is kept, so that better defaults reach everybody from whom nothing was learned. */
function whatWasLearned(weights: Weights): Partial<Record<WorthFeature, number>> {
  const features = Object.keys(weights) as WorthFeature[]
  return Object.fromEntries(
    features
      .filter((feature) => weights[feature] !== DEFAULT_WEIGHTS[feature])
      .map((name) => [name, weights[name]]),
  )
}

export function settingsReply({ settings, weights }: Preference, language: Language) {
  return { settings, weights: shownWeights(weights, language) }
}
