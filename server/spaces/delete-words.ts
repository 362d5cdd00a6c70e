import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireWords } from './access.ts'
import { changeWords, keepVersion } from './store.ts'
import { whyNotDelete } from './words.ts'

/** Empties what was said and leaves a trace where it stood; the words are kept only until undo is over. */
export async function deleteWords(ctx: Ctx, input: InputOf<typeof spaces.deleteWords>): Promise<Done> {
  const said = await requireWords(ctx, input.saidId)
  refuseIf(whyNotDelete(said, { viewerId: ctx.viewer.personId, isKeeper: said.isKeeper }))
  await keepVersion(ctx.db, said, { untilAt: ctx.now, wasDeletion: true })
  await changeWords(ctx.db, said, { title: null, body: '', deletedAt: ctx.now })
  return { done: true }
}
