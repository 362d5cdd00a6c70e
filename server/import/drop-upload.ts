import type { InputOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { findImportOfUpload } from './standing-import.ts'
import type { UploadShelf } from './upload-shelf.ts'
import { deleteUpload, requireUpload } from './uploads.ts'

/** Removes an archive that is not to come in. */
export async function dropUpload(
  shelf: UploadShelf,
  ctx: Ctx,
  { uploadId: id }: InputOf<typeof imports.dropUpload>,
): Promise<Done> {
  await requireUpload(ctx, id)
  if ((await findImportOfUpload(ctx.db, id)) !== undefined) {
    throw refusal('conflict', 'import-begun', 'This archive is coming in already. Stop the import instead.')
  }
  await deleteUpload(ctx.db, id)
  await shelf.remove(id)
  return { done: true }
}
