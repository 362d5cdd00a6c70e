import type { InputOf } from '#contract/endpoint'
import type { imports, UndoPlan } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requireKnownImport } from './standing-import.ts'
import { whyNotUndo } from './undo-archive.ts'
import { undoPlan } from './undo-plan.ts'

/** Says beforehand what an undo would take out. */
export async function planUndo(ctx: Ctx, { importId }: InputOf<typeof imports.planUndo>): Promise<UndoPlan> {
  const no = whyNotUndo(await requireKnownImport(ctx.db, importId))
  if (no !== undefined) throw refusal('conflict', 'not-undoable', no)
  return undoPlan(ctx.db, importId)
}
