import type { ReplyOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import type { Ctx } from '#platform/ctx'
import { readCopies } from './copies.ts'

export async function listOwnData({ db, viewer }: Ctx): Promise<ReplyOf<typeof records.listOwnData>> {
  return { items: await readCopies(db, viewer.personId) }
}
