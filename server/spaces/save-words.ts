import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done, PersonId, SaidId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refuseIf } from '#platform/refusal'
import { requireWords } from './access.ts'
import { whyNotSave } from './words.ts'

/** Saves something said. What is saved already keeps its place, and takes a note where one is given. */
export async function saveWords(ctx: Ctx, input: InputOf<typeof spaces.saveWords>): Promise<Done> {
  await keepWords(ctx, input)
  return { done: true }
}

/**
 * The write alone, for acts of other rooms.
 * @returns whether it was not saved before
 */
export async function keepWords(ctx: Ctx, input: InputOf<typeof spaces.saveWords>): Promise<boolean> {
  const said = await requireWords(ctx, input.saidId)
  refuseIf(whyNotSave(said))
  return insertSaved(ctx.db, {
    personId: ctx.viewer.personId,
    saidId: said.saidId,
    note: input.note ?? null,
    at: ctx.now,
  })
}

type NewSaved = { personId: PersonId; saidId: SaidId; note: string | null; at: Temporal.Instant }

async function insertSaved(db: Db, { personId, saidId, note, at }: NewSaved): Promise<boolean> {
  const kept = await sql<{ isFresh: boolean }>`
    insert into spaces.saved as s (person_id, said_id, note, saved_at)
    values (${personId}, ${saidId}, ${note}, ${at})
    on conflict (person_id, said_id) do update set note = coalesce(excluded.note, s.note)
    returning saved_at = ${at} as "isFresh"`.execute(db)
  return kept.rows[0]?.isFresh ?? false
}
