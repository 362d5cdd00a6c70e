import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { ImportRun, imports } from '#contract/import'
import type { Ctx } from '#platform/ctx'

const RUNS_MAX = 200

type Row = Omit<ImportRun, 'startedAt' | 'finishedAt'> & {
  startedAt: Temporal.Instant
  finishedAt: Temporal.Instant | null
}

/** The archives that came in, newest first. */
export async function listImports(
  ctx: Ctx,
  _: InputOf<typeof imports.listImports>,
): Promise<ReplyOf<typeof imports.listImports>> {
  const found = await sql<Row>`
    select id, source, file, started_at as "startedAt", finished_at as "finishedAt",
      messages_found as "messagesFound", messages_new as "messagesNew", messages_known as "messagesKnown",
      messages_skipped as "messagesSkipped", skipped, lossy
    from import.archive order by started_at desc, id desc limit ${RUNS_MAX}`.execute(ctx.db)
  return {
    items: found.rows.map(({ startedAt, finishedAt, ...row }) => ({
      ...row,
      startedAt: startedAt.toString(),
      finishedAt: finishedAt?.toString() ?? null,
    })),
  }
}
