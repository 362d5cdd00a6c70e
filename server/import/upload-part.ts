import type { InputOf } from '#contract/endpoint'
import { type imports, UPLOAD_PART_BYTES_MAX } from '#contract/import'
import type { UploadRequest } from '#platform/byte-routes'
import type { RawJson } from '#platform/gate'
import { type Refusal, refusal, refuseIf } from '#platform/refusal'
import type { UploadShelf } from './upload-shelf.ts'
import { beginLook, findUpload, requireUpload, toUpload, type UploadRow } from './uploads.ts'

/** Keeps the next bytes of an archive; once all are there, it is looked at. */
export async function uploadPart(
  shelf: UploadShelf,
  request: UploadRequest,
  { uploadId: id, from }: InputOf<typeof imports.uploadPart>,
): Promise<RawJson> {
  const upload = await requireUpload(request, id)
  refuseIf(whyNotPart(upload, { from, receivedBytes: await shelf.receivedBytes(upload) }))
  const bytesMax = Math.min(UPLOAD_PART_BYTES_MAX, upload.bytes - from)
  await shelf.write(upload, { from, bytesMax, body: request.body })
  return request.once(String(from), async (ctx) => {
    const isWhole = (await shelf.receivedBytes(upload)) === upload.bytes
    const now = await findUpload(ctx.db, id)
    if (!isWhole || now?.state !== 'uploading') return toUpload(shelf, now ?? upload, ctx.viewer.language)
    const choice = { source: null, listAsSpace: false, marksLeavers: false }
    return toUpload(shelf, await beginLook(ctx, id, choice), ctx.viewer.language)
  })
}

type Part = { from: number; receivedBytes: number }

/** A part may overlap with what is there, since a cut line leaves it unknown how much arrived. */
function whyNotPart({ state, bytes }: Pick<UploadRow, 'state' | 'bytes'>, part: Part): Refusal | undefined {
  if (state !== 'uploading')
    return refusal('conflict', 'upload-complete', 'All of this archive is here already.')
  if (part.from > part.receivedBytes || part.from >= bytes) {
    return refusal('conflict', 'wrong-place', 'Go on from byte {byte}.', { byte: part.receivedBytes })
  }
  return undefined
}
