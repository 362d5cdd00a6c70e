import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { library } from '#contract/library'
import type { Ctx } from '#platform/ctx'
import { findShelved } from './find-shelved.ts'
import { readItems } from './read-items.ts'
import { edgeCursor, readEdge } from './shelves.ts'

export async function listLibrary(
  ctx: Ctx,
  { shelf, cursor, limit, ...filter }: InputOf<typeof library.listLibrary>,
): Promise<ReplyOf<typeof library.listLibrary>> {
  const edge = readEdge(shelf, cursor)
  const found = await findShelved(ctx, { shelf, filter, edge, limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    items: await readItems(ctx, page),
    nextCursor: last === undefined ? null : edgeCursor(last.stretch, last),
  }
}
