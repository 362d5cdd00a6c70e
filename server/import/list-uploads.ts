import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import type { UploadShelf } from './upload-shelf.ts'
import { listUploadRows, toUpload } from './uploads.ts'

/** The archives that one has on their way in, wherever one began to send them. */
export async function listUploads(
  shelf: UploadShelf,
  ctx: Ctx,
  _: InputOf<typeof imports.listUploads>,
): Promise<ReplyOf<typeof imports.listUploads>> {
  const rows = await listUploadRows(ctx.db, ctx.viewer.personId)
  return { items: await Promise.all(rows.map((row) => toUpload(shelf, row, ctx.viewer.language))) }
}
