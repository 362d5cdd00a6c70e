// Fetching a file and the right to open it are one step: what the viewer may not open does not exist.
import type { FileId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { findReadableFile, type HeldFile } from './store.ts'

/** A file that the viewer may open. */
export async function requireFile(ctx: Ctx, id: FileId): Promise<HeldFile> {
  const file = await findReadableFile(ctx.db, { id, viewerId: ctx.viewer.personId })
  if (file === undefined) throw refusal('not-found', 'no-such-file', 'This file does not exist for you.')
  return file
}
