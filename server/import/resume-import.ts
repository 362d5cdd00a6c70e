import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { Refusal, refusal, refuseIf } from '#platform/refusal'
import { GONE, requireKnownImport, whyNotYourTurn } from './standing-import.ts'
import { findUpload } from './uploads.ts'

/** Goes on with an import that was stopped, by whomever or whatever. */
export async function resumeImport(
  ctx: Ctx,
  { importId }: InputOf<typeof imports.resumeImport>,
): Promise<Done> {
  const { state, uploadId } = await requireKnownImport(ctx.db, importId)
  if (state === 'done' || state === 'undone' || state === 'half-undone' || state === 'undoing') {
    throw refusal('conflict', 'not-stopped', 'This import is through; there is nothing to go on with.')
  }
  if (uploadId === null || (await findUpload(ctx.db, uploadId)) === undefined) {
    throw new Refusal('conflict', 'archive-gone', { sentence: GONE })
  }
  refuseIf(await whyNotYourTurn(ctx))
  await sql`
    update import.archive set state = 'waiting', asked_at = ${ctx.now}, problem = null, is_to_stop = false
    where id = ${importId}`.execute(ctx.db)
  await ctx.emit({ name: 'import/import-asked-for', facts: { importId } })
  return { done: true }
}
