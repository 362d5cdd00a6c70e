import type { InputOf } from '#contract/endpoint'
import type { imports, UndoPlan } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import { requireUndoable } from './standing-import.ts'
import { undoPlan } from './undo-plan.ts'

/** Says beforehand what an undo would take out. */
export async function planUndo(ctx: Ctx, { importId }: InputOf<typeof imports.planUndo>): Promise<UndoPlan> {
  await requireUndoable(ctx.db, importId)
  return undoPlan(ctx.db, importId)
}
