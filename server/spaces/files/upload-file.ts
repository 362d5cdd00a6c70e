import type { InputOf } from '#contract/endpoint'
import type { files } from '#contract/files'
import type { FileId } from '#contract/ref'
import type { FileStore } from '#outside/files'
import type { UploadRequest } from '#platform/byte-routes'
import type { RawJson } from '#platform/gate'
import { newId } from '#platform/ids'
import { placeBytes } from './keep-file.ts'
import { insertFile } from './store.ts'

type Input = InputOf<typeof files.uploadFile>

/** Keeps a file. The row is written once its bytes lie safely, so that none ever tells of bytes that are not there. */
export function uploadFile(store: FileStore) {
  return async (request: UploadRequest, { name }: Input): Promise<RawJson> => {
    const { db, now, body, statedBytes } = request
    const id = newId<FileId>(now)
    const { file, sha256, receivedSha256 } = await placeBytes(db, store, {
      id,
      name,
      bytes: body,
      statedBytes,
      now,
    })
    const uploaderId = request.viewer.personId
    const reply = await request.once(receivedSha256, async (ctx) => {
      await insertFile(ctx.db, { ...file, sha256, uploaderId, at: now, now })
      return file
    })
    // A second try is answered with the file of the first one, and what it brought goes.
    if (JSON.parse(reply.json).id !== id) await store.remove(id)
    return reply
  }
}
