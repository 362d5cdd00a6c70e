import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { requireKnownImport, whyNotYourTurn } from './standing-import.ts'
import { whyNotUndo } from './undo-archive.ts'

/** Asks for an import to be taken out again. */
export async function undoImport(ctx: Ctx, { importId }: InputOf<typeof imports.undoImport>): Promise<Done> {
  const no = whyNotUndo(await requireKnownImport(ctx.db, importId))
  if (no !== undefined) throw refusal('conflict', 'not-undoable', no)
  refuseIf(await whyNotYourTurn(ctx))
  await sql`
    update import.archive set state = 'undoing', asked_at = ${ctx.now} where id = ${importId}`.execute(ctx.db)
  await ctx.emit({ name: 'import/undo-asked-for', facts: { importId } })
  return { done: true }
}
