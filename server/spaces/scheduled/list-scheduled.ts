import type { InputOf } from '#contract/endpoint'
import type { scheduled } from '#contract/scheduled'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { readScheduled } from './store.ts'

export async function listScheduled(
  ctx: Ctx,
  _input: InputOf<typeof scheduled.listScheduled>,
): Promise<RawJson> {
  return { json: `{"items":${await readScheduled(ctx.db, { authorId: ctx.viewer.personId })}}` }
}
