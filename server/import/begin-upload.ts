import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { type Refusal, refusal, refuseIf } from '#platform/refusal'
import type { UploadShelf } from './upload-shelf.ts'
import { findUnfinished, insertUpload, toUpload } from './uploads.ts'

export type UploadPlace = { shelf: UploadShelf; bytesMax: number }

/** Begins to take an archive in, or goes on with one that was cut off. */
export async function beginUpload(
  { shelf, bytesMax }: UploadPlace,
  ctx: Ctx,
  { file, bytes }: InputOf<typeof imports.beginUpload>,
): Promise<ReplyOf<typeof imports.beginUpload>> {
  const begunById = ctx.viewer.personId
  const unfinished = await findUnfinished(ctx.db, { file, bytes, begunById })
  if (unfinished !== undefined) return toUpload(shelf, unfinished, ctx.viewer.language)
  refuseIf(whyNotUpload(bytes, { bytesMax, freeBytes: await shelf.freeBytes() }))
  const id = newId<string>(ctx.now)
  return toUpload(
    shelf,
    await insertUpload(ctx.db, { id, file, bytes, begunById, at: ctx.now }),
    ctx.viewer.language,
  )
}

function whyNotUpload(
  bytes: number,
  { bytesMax, freeBytes }: { bytesMax: number; freeBytes: number },
): Refusal | undefined {
  if (bytes > bytesMax) {
    return refusal(
      'too-large',
      'archive-too-large',
      'An archive may have {most, number} MB at most. Bring it in at the command line, or raise IMPORT_BYTES_MAX.',
      { most: Math.floor(bytesMax / 1e6) },
    )
  }
  if (bytes <= freeBytes) return undefined
  return refusal(
    'too-large',
    'no-room',
    'There is not enough room left on the disk of Foyer for this archive.',
  )
}
