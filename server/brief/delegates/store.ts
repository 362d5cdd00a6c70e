// The SQL that keeps delegations, what stands prepared, and the log.
import { sql } from 'kysely'
import type { DelegateActKind, Part } from '#contract/delegates'
import type { PersonId, PersonRef, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { PREPARED_DAYS } from './preparing.ts'

/** A part of what stands prepared; beside those that delegates write, `place` in an order, and what was restored. */
export type KeptPart = {
  saidId: SaidId
  part: Part | 'place' | 'restored'
  by: PersonRef
  body: string | null
  place: number | null
}

/** What stands prepared for somebody as of an instant, the earliest first: nothing of cards that are done. */
export async function listPrepared(db: Db, executiveId: PersonId, at: Temporal.Instant): Promise<KeptPart[]> {
  const since = at.subtract({ hours: 24 * PREPARED_DAYS })
  const found = await sql<KeptPart>`
    select p.said_id as "saidId", p.part, by.ref as by, p.body, p.place
    from brief.prepared p
    join people.person_card by on by.id = p.by_id
    where p.executive_id = ${executiveId} and p.at > ${since} and p.at <= ${at}
      and (p.part = 'restored' or exists (
        select from people.preparing d where d.executive_id = p.executive_id and d.delegate_id = p.by_id))
      and not exists (
        select from brief.outcome o
        where o.person_id = ${executiveId} and split_part(o.card_key, ':', 2) = p.said_id::text
          and o.at <= ${at} and (o.back_at > ${at} or o.back_at is null and o.at >= p.at))
    order by p.at, p.said_id, p.part`.execute(db)
  return found.rows
}

type FreshPart = {
  executiveId: PersonId
  saidId: SaidId
  part: KeptPart['part']
  body?: string | undefined
}

export async function putPart(ctx: Ctx, { executiveId, saidId, part, body }: FreshPart): Promise<void> {
  await sql`
    insert into brief.prepared (executive_id, said_id, part, by_id, body, at)
    values (${executiveId}, ${saidId}, ${part}, ${ctx.viewer.personId}, ${body ?? null}, ${ctx.now})
    on conflict (executive_id, said_id, part) do update
    set by_id = excluded.by_id, body = excluded.body, at = excluded.at`.execute(ctx.db)
}

/** @param ordered what was put in order, the first first */
export async function putPlaces(
  ctx: Ctx,
  ordered: { executiveId: PersonId; saidIds: readonly SaidId[] },
): Promise<void> {
  await sql`
    insert into brief.prepared (executive_id, said_id, part, by_id, place, at)
    select ${ordered.executiveId}, o.said_id, 'place', ${ctx.viewer.personId}, o.number - 1, ${ctx.now}
    from unnest(${ordered.saidIds}::uuid[]) with ordinality as o (said_id, number)
    on conflict (executive_id, said_id, part) do update
    set by_id = excluded.by_id, place = excluded.place, at = excluded.at`.execute(ctx.db)
}

type Parts = { executiveId: PersonId; saidId: SaidId; parts: readonly KeptPart['part'][] }

/** @returns whether any of the parts stood */
export async function dropParts(db: Db, { executiveId, saidId, parts }: Parts): Promise<boolean> {
  const gone = await sql`
    delete from brief.prepared
    where executive_id = ${executiveId} and said_id = ${saidId} and part = any (${parts}::text[])
    returning part`.execute(db)
  return gone.rows.length > 0
}

export async function hasPart(
  db: Db,
  { executiveId, saidId, part }: Pick<FreshPart, 'executiveId' | 'saidId' | 'part'>,
): Promise<boolean> {
  const found = await sql`
    select from brief.prepared
    where executive_id = ${executiveId} and said_id = ${saidId} and part = ${part}`.execute(db)
  return found.rows.length > 0
}

type Act = {
  executiveId: PersonId
  kind: DelegateActKind
  delegateId?: PersonId
  saidId?: SaidId
  note?: string | undefined
}

/** Adds to the log that the viewer did something. */
export async function noteAct(ctx: Ctx, { executiveId, kind, delegateId, saidId, note }: Act): Promise<void> {
  await sql`
    insert into brief.delegate_act (id, executive_id, delegate_id, by_id, kind, said_id, note, at)
    values (${newId<string>(ctx.now)}, ${executiveId}, ${delegateId ?? null}::uuid, ${ctx.viewer.personId}, ${kind},
      ${saidId ?? null}::uuid, ${note ?? null}, ${ctx.now})`.execute(ctx.db)
}

/** Whether somebody ever drafted an answer to something for somebody: what was once offered may still be on its way. */
export async function hasDrafted(
  db: Db,
  { executiveId, delegateId, saidId }: { executiveId: PersonId; delegateId: PersonId; saidId: SaidId },
): Promise<boolean> {
  const found = await sql`
    select from brief.delegate_act a
    where a.executive_id = ${executiveId} and a.said_id = ${saidId} and a.by_id = ${delegateId} and a.kind = 'drafted'
    limit 1`.execute(db)
  return found.rows.length > 0
}
