// Learns from what people really read how fast they read, at night, for those who lately had a brief.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { countWords } from '../reading-time.ts'
import { learnPaces, type TimedReading } from './learn-pace.ts'

const READINGS_LOOKED_AT = 300
const LEARNED_FROM_DAYS = 180
const PEOPLE_MAX = 20_000

/** Learns anew from everybody who did something with a brief since yesterday. */
export async function learnReadingPaces(db: Db, now: Temporal.Instant): Promise<void> {
  const found = await sql<{ personId: PersonId }>`
    select distinct person_id as "personId" from brief.outcome
    where at > ${now.subtract({ hours: 25 })} and at <= ${now} limit ${PEOPLE_MAX}`.execute(db)
  for (const { personId } of found.rows) await learnReadingPace(db, personId, now)
}

/** Learns one person's paces and keeps them; those of which too little is known any more go. */
async function learnReadingPace(db: Db, personId: PersonId, now: Temporal.Instant): Promise<void> {
  const paces = learnPaces(await readTimed(db, personId, now))
  const rows = [...paces].map(([language, pace]) => ({ language, ...pace }))
  await sql`
    with gone as (
      delete from brief.pace where person_id = ${personId} and language <> all (${[...paces.keys()]}::text[])
    )
    insert into brief.pace (person_id, language, words_per_minute, reading_count, learned_at)
    select ${personId}, r.language, r."wordsPerMinute", r."readingCount", ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (language text, "wordsPerMinute" int, "readingCount" int)
    on conflict (person_id, language) do update set
      words_per_minute = excluded.words_per_minute, reading_count = excluded.reading_count,
      learned_at = excluded.learned_at`.execute(db)
}

type Row = { body: string; title: string | null; seconds: number; language: string | null }

/**
 * The latest readings with the words that were read. What somebody also answered, thanked for or put off in a brief is
 * left out, as their seconds hold the doing too.
 */
async function readTimed(db: Db, personId: PersonId, now: Temporal.Instant): Promise<TimedReading[]> {
  const since = now.subtract({ hours: 24 * LEARNED_FROM_DAYS })
  const found = await sql<Row>`
    select w.body, w.title, r.seconds, s.language
    from voices.readings_of(${personId}, ${since}, ${READINGS_LOOKED_AT}) r
    cross join lateral (select body, title, deleted_at from spaces.said where said_id = r.said_id limit 1) w
    cross join lateral (select language from spaces.spoken where said_id = r.said_id limit 1) s
    where w.deleted_at is null and r.last_at <= ${now}
      and not exists (
        select from brief.outcome o
        where o.person_id = ${personId} and o.action <> 'read' and o.at > ${since}
          and split_part(o.card_key, ':', 2) = r.said_id::text
      )`.execute(db)
  return found.rows.map(({ body, title, seconds, language }) => ({
    words: countWords(title ?? '') + countWords(body),
    seconds,
    language: language ?? undefined,
  }))
}
