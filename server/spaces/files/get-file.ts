import type { InputOf } from '#contract/endpoint'
import type { files } from '#contract/files'
import type { FileStore } from '#outside/files'
import type { Bytes } from '#platform/byte-answer'
import type { Ctx } from '#platform/ctx'
import { requireFile } from './access.ts'
import { isPicture, servedAs } from './content-type.ts'

/** The bytes of a file; of a picture, with a width, a smaller one. Anything else has but one width. */
export function getFile(store: FileStore) {
  return async (ctx: Ctx, { id, width }: InputOf<typeof files.getFile>): Promise<Bytes> => {
    const { name, contentType, bytes, sha256 } = await requireFile(ctx, id)
    if (width !== undefined && isPicture(contentType)) {
      const narrow = await store.narrow(id, Number(width))
      return {
        name: name.replace(/\.\w+$/, '.webp'),
        contentType: 'image/webp',
        disposition: 'inline',
        length: narrow.bytes,
        tag: `${sha256}-${width}`,
        open: narrow.read,
      }
    }
    return {
      name,
      ...servedAs(contentType),
      length: bytes,
      tag: sha256,
      open: (span) => store.read(id, span),
    }
  }
}
