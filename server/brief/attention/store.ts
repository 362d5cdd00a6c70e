// What is kept of somebody's attention: their budget, what of it went, and the paces learned from them.
import { sql } from 'kysely'
import type { Attention as AttentionReply, PaceChoice } from '#contract/attention'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { Rhythm } from '../next-sitting.ts'
import { ALL_LANGUAGES, type Pace } from './learn-pace.ts'
import { type Attention, attentionAt, weekOf } from './week.ts'

type Row = { minutes: number | null; hasOwnPace: boolean; paces: (Pace & { language: string })[] }

export type KeptAttention = { minutes: number | undefined; choice: PaceChoice; paces: Map<string, Pace> }

export async function readAttention(db: Db, personId: PersonId): Promise<KeptAttention> {
  const found = await sql<Row>`
    select p.attention_minutes as minutes, coalesce(p.has_own_pace, false) as "hasOwnPace",
      coalesce((
        select json_agg(json_build_object('language', l.language, 'wordsPerMinute', l.words_per_minute,
          'readingCount', l.reading_count) order by l.language)
        from brief.pace l where l.person_id = asked.id), '[]') as paces
    from (select ${personId}::uuid as id) asked
    left join brief.preference p on p.person_id = asked.id`.execute(db)
  const { minutes, hasOwnPace, paces } = found.rows[0] ?? { minutes: null, hasOwnPace: false, paces: [] }
  return {
    minutes: minutes ?? undefined,
    choice: hasOwnPace ? 'own' : 'learned',
    paces: new Map(paces.map(({ language, ...pace }) => [language, pace])),
  }
}

/** Sets what is given. */
export async function writeAttention(
  db: Db,
  personId: PersonId,
  { minutes, choice }: { minutes?: number | null | undefined; choice?: PaceChoice | undefined },
): Promise<void> {
  await sql`insert into brief.preference (person_id) values (${personId}) on conflict do nothing`.execute(db)
  if (minutes !== undefined) {
    await sql`update brief.preference set attention_minutes = ${minutes} where person_id = ${personId}`.execute(
      db,
    )
  }
  if (choice !== undefined) {
    await sql`
      update brief.preference set has_own_pace = ${choice === 'own'} where person_id = ${personId}`.execute(
      db,
    )
  }
}

/** How somebody's budget stands; undefined where they set themselves none. */
export async function findAttention(
  db: Db,
  personId: PersonId,
  { minutes, at, rhythm }: { minutes: number | undefined; at: Temporal.Instant; rhythm: Rhythm },
): Promise<Attention | undefined> {
  if (minutes === undefined) return undefined
  const { from } = weekOf(at, rhythm.timeZone)
  const found = await sql<{ seconds: number }>`
    select coalesce(sum(seconds), 0)::float8 as seconds from brief.outcome
    where person_id = ${personId} and at >= ${from} and at <= ${at}`.execute(db)
  return attentionAt(at, { minutes, secondsSpent: Math.round(found.rows[0]?.seconds ?? 0), rhythm })
}

/** As the contract has it. */
export function attentionReply(attention: Attention | undefined): AttentionReply | null {
  return attention === undefined ? null : { ...attention, goesOnAt: attention.goesOnAt.toString() }
}

/** The pace that a brief goes by, and those of languages in which somebody reads at another one. */
export type PaceInUse = { wordsPerMinute: number; paceByLanguage: ReadonlyMap<string, number> }

/** @param own words a minute as they were chosen, which hold as long as nothing else was learned */
export function paceInUse({ choice, paces }: KeptAttention, own: number): PaceInUse {
  const learned = choice === 'learned' ? paces : new Map<string, Pace>()
  return {
    wordsPerMinute: learned.get(ALL_LANGUAGES)?.wordsPerMinute ?? own,
    paceByLanguage: new Map(
      [...learned].flatMap(([language, pace]) =>
        language === ALL_LANGUAGES ? [] : [[language, pace.wordsPerMinute] as const],
      ),
    ),
  }
}
