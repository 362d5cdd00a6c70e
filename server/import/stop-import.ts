import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requireKnownImport } from './standing-import.ts'

/** Asks an import to stop; whoever runs it looks after each batch. One that has ended already stays as it is. */
export async function stopImport(ctx: Ctx, { importId }: InputOf<typeof imports.stopImport>): Promise<Done> {
  await requireKnownImport(ctx.db, importId)
  await sql`
    update import.archive set is_to_stop = true where id = ${importId} and state in ('waiting', 'running')`.execute(
    ctx.db,
  )
  return { done: true }
}
