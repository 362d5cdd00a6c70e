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
  const wanted = { id, viewerId: ctx.viewer.personId }
  const upload = await requireUpload(ctx.db, wanted)
  if (upload.state === 'uploading') {
    throw refusal('conflict', 'upload-incomplete', 'This archive is not all here yet.')
  }
  const look = await beginLook(ctx.db, id, choice)
  await ctx.emit({ name: 'import/upload-completed', facts: { uploadId: id, look } })
  return toUpload(shelf, await requireUpload(ctx.db, wanted))
}
