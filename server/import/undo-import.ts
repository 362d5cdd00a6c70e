import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireUndoable, whyNotYourTurn } from './standing-import.ts'

/** Asks for an import to be taken out again. */
export async function undoImport(ctx: Ctx, { importId }: InputOf<typeof imports.undoImport>): Promise<Done> {
  await requireUndoable(ctx.db, importId)
  refuseIf(await whyNotYourTurn(ctx))
  await sql`
    update import.archive set state = 'undoing', asked_at = ${ctx.now} where id = ${importId}`.execute(ctx.db)
  await ctx.emit({ name: 'import/undo-asked-for', facts: { importId } })
  return { done: true }
}
