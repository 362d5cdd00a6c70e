import type { InputOf } from '#contract/endpoint'
import type { imports, UndoPlan } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import { reasonIn } from './reason-words.ts'
import { requireUndoable } from './standing-import.ts'
import { undoPlan } from './undo-plan.ts'

/** Says beforehand what an undo would take out. */
export async function planUndo(ctx: Ctx, { importId }: InputOf<typeof imports.planUndo>): Promise<UndoPlan> {
  await requireUndoable(ctx.db, importId)
  const plan = await undoPlan(ctx.db, importId)
  return { ...plan, staying: plan.staying.map((each) => reasonIn(ctx.viewer.language, each)) }
}
