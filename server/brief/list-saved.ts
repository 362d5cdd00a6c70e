import { sql } from 'kysely'
import type { brief } from '#contract/brief'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { readCardWords } from '#rooms/spaces'

type Row = {
  id: string
  at: Temporal.Instant
  kind: 'saved' | 'reflection'
  saidId: SaidId | null
  prompt: string | null
  body: string | null
}

/** What the viewer saved and reflected on, newest first; words that went out of sight leave only the note. */
export async function listSaved(
  ctx: Ctx,
  { limit }: InputOf<typeof brief.listSaved>,
): Promise<ReplyOf<typeof brief.listSaved>> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Row>`
    select id, at, kind, said_id as "saidId", prompt, body from brief.saved
    where person_id = ${viewerId} order by at desc, id desc limit ${limit}`.execute(ctx.db)
  const words = await readCardWords(
    ctx.db,
    viewerId,
    found.rows.flatMap(({ saidId }) => saidId ?? []),
  )
  return {
    items: found.rows.map(({ saidId, at, ...row }) => ({
      ...row,
      at: at.toString(),
      words: (saidId === null ? undefined : words.get(saidId)) ?? null,
    })),
  }
}
