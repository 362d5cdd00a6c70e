import type { InputOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import type { Bytes } from '#platform/byte-answer'
import type { Ctx } from '#platform/ctx'
import { requireReadyCopy } from './copies.ts'
import type { OwnDataShelf } from './own-data-shelf.ts'

export function getOwnData(shelf: OwnDataShelf) {
  return async ({ db, now, viewer }: Ctx, { copyId }: InputOf<typeof records.getOwnData>): Promise<Bytes> => {
    const { id, bytes, askedAt } = await requireReadyCopy(db, { id: copyId, personId: viewer.personId, now })
    return {
      name: `foyer-${askedAt.toString().slice(0, 10)}.zip`,
      contentType: 'application/zip',
      disposition: 'attachment',
      length: bytes,
      tag: id,
      open: (span) => shelf.read(id, span),
    }
  }
}
