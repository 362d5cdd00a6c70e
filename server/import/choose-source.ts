import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import type { UploadShelf } from './upload-shelf.ts'
import { beginLook, requireUpload, toUpload } from './uploads.ts'

/** Looks at an archive again as what it is said to be. */
export async function chooseSource(
  shelf: UploadShelf,
  ctx: Ctx,
  { uploadId: id, ...choice }: InputOf<typeof imports.chooseSource>,
): Promise<ReplyOf<typeof imports.chooseSource>> {
  const { state } = await requireUpload(ctx, id)
  if (state === 'uploading') {
    throw refusal('conflict', 'upload-incomplete', 'This archive is not all here yet.')
  }
  return toUpload(shelf, await beginLook(ctx, id, choice), ctx.viewer.language)
}
