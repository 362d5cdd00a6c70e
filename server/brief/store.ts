// The SQL that keeps briefs and what was done with their cards.
import { sql } from 'kysely'
import type { CardAction, Minutes } from '#contract/brief'
import type { BriefId, PersonId, ReplyId } from '#contract/ref'
import type { Db } from '#platform/db'
import { Plan } from './planned-card.ts'

export type StoredBrief = {
  id: BriefId
  personId: PersonId
  minutes: Minutes
  builtAt: Temporal.Instant
  plan: Plan
}

type BriefRow = Omit<StoredBrief, 'plan'> & { plan: unknown }

export async function insertBrief(db: Db, brief: StoredBrief): Promise<void> {
  await sql`
    insert into brief.brief (id, person_id, minutes, built_at, plan)
    values (${brief.id}, ${brief.personId}, ${brief.minutes}, ${brief.builtAt}, ${JSON.stringify(brief.plan)}::jsonb)
  `.execute(db)
}

export async function findBrief(db: Db, id: BriefId, personId: PersonId): Promise<StoredBrief | undefined> {
  const found = await sql<BriefRow>`
    select id, person_id as "personId", minutes, built_at as "builtAt", plan from brief.brief
    where id = ${id} and person_id = ${personId}`.execute(db)
  return asStored(found.rows[0])
}

export async function findLatestBrief(db: Db, personId: PersonId): Promise<StoredBrief | undefined> {
  const found = await sql<BriefRow>`
    select id, person_id as "personId", minutes, built_at as "builtAt", plan from brief.brief
    where person_id = ${personId} order by built_at desc limit 1`.execute(db)
  return asStored(found.rows[0])
}

function asStored(row: BriefRow | undefined): StoredBrief | undefined {
  return row && { ...row, plan: Plan.parse(row.plan) }
}

export type Outcome = {
  briefId: BriefId
  cardKey: string
  personId: PersonId
  action: CardAction
  seconds: number | undefined
  at: Temporal.Instant
  backAt: Temporal.Instant | undefined
  madeReplyId: ReplyId | undefined
  madeReaction: boolean
  madeSaved: boolean
  madeReflectionId: string | undefined
  /** What it taught, as factors of weights. */
  lesson: object
}

/** @returns false when something was done with this card before, and nothing was noted */
export async function insertOutcome(db: Db, outcome: Outcome): Promise<boolean> {
  const noted = await sql`
    insert into brief.outcome (brief_id, card_key, person_id, action, seconds, at, back_at,
      made_reply_id, made_reaction, made_saved, made_reflection_id, lesson)
    values (${outcome.briefId}, ${outcome.cardKey}, ${outcome.personId}, ${outcome.action}, ${outcome.seconds ?? null},
      ${outcome.at}, ${outcome.backAt ?? null}, ${outcome.madeReplyId ?? null}, ${outcome.madeReaction},
      ${outcome.madeSaved}, ${outcome.madeReflectionId ?? null}, ${JSON.stringify(outcome.lesson)}::jsonb)
    on conflict do nothing returning card_key`.execute(db)
  return noted.rows.length > 0
}

export type KeptOutcome = {
  cardKey: string
  action: CardAction
  at: Temporal.Instant
  madeReplyId: ReplyId | null
  madeReaction: boolean
  madeSaved: boolean
  madeReflectionId: string | null
  lesson: Record<string, unknown> | null
}

export async function listOutcomes(db: Db, briefId: BriefId): Promise<Map<string, KeptOutcome>> {
  const found = await sql<KeptOutcome>`
    select card_key as "cardKey", action, at, made_reply_id as "madeReplyId", made_reaction as "madeReaction",
      made_saved as "madeSaved", made_reflection_id as "madeReflectionId", lesson
    from brief.outcome where brief_id = ${briefId}`.execute(db)
  return new Map(found.rows.map((row) => [row.cardKey, row]))
}

export async function deleteOutcome(
  db: Db,
  { briefId, cardKey }: { briefId: BriefId; cardKey: string },
): Promise<void> {
  await sql`delete from brief.outcome where brief_id = ${briefId} and card_key = ${cardKey}`.execute(db)
}

/** Forgets what was learned from each outcome, so that taking one back brings nothing of it back. */
export async function forgetLessons(db: Db, personId: PersonId): Promise<void> {
  await sql`update brief.outcome set lesson = null where person_id = ${personId}`.execute(db)
}

type Reflection = {
  id: string
  personId: PersonId
  prompt: string | null
  body: string
  at: Temporal.Instant
}

export async function insertReflection(db: Db, said: Reflection): Promise<void> {
  await sql`
    insert into brief.reflection (id, person_id, prompt, body, at)
    values (${said.id}, ${said.personId}, ${said.prompt}, ${said.body}, ${said.at})`.execute(db)
}

/** @returns whether there was something of this person to remove */
export async function deleteReflection(
  db: Db,
  { id, personId }: { id: string; personId: PersonId },
): Promise<boolean> {
  const gone =
    await sql`delete from brief.reflection where id = ${id} and person_id = ${personId} returning id`.execute(
      db,
    )
  return gone.rows.length > 0
}
