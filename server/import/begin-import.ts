import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { findImportOfUpload, whyNotYourTurn } from './standing-import.ts'
import { requireUpload } from './uploads.ts'

/** Lets an archive in that was looked at: notes the import, and asks for it to be done. */
export async function beginImport(
  ctx: Ctx,
  { uploadId }: InputOf<typeof imports.beginImport>,
): Promise<ReplyOf<typeof imports.beginImport>> {
  const upload = await requireUpload(ctx, uploadId)
  if (upload.state !== 'looked' || upload.source === null || upload.report === null) {
    throw refusal('conflict', 'not-looked-at', 'Look at what it holds first.')
  }
  const begun = await findImportOfUpload(ctx.db, uploadId)
  if (begun !== undefined) return { importId: begun.id }
  refuseIf(await whyNotYourTurn(ctx))
  const importId = newId<string>(ctx.now)
  await sql`
    insert into import.archive (id, source, file, started_at, asked_at, state, messages_expected, upload_id, begun_by)
    values (${importId}, ${upload.source}, ${upload.file}, ${ctx.now}, ${ctx.now}, 'waiting', ${upload.report.found},
      ${uploadId}, ${ctx.viewer.personId})`.execute(ctx.db)
  await ctx.emit({ name: 'import/import-asked-for', facts: { importId } })
  return { importId }
}
