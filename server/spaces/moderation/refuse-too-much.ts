import { sql } from 'kysely'
import type { FileId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { countAllMentioned } from '../groups/group-mentions.ts'
import { whyNotMention } from '../words.ts'
import { newcomerUntil, STOOD_HOURS, STOOD_MIN, whyNotYet } from './newcomer.ts'

type Words = {
  body: string
  fileIds: readonly FileId[]
  isEdit?: boolean
  /** What else they said in the last day that does not stand under their name. */
  unsignedToday?: number
}

/** Refuses what is too much for anybody, or for somebody who came only now; all others it costs no look-up. */
export async function refuseTooMuch(
  ctx: Ctx,
  { body, fileIds, isEdit = false, unsignedToday = 0 }: Words,
): Promise<void> {
  const mentions = await countAllMentioned(ctx, body)
  refuseIf(whyNotMention(mentions))
  const until = newcomerUntil(ctx.viewer, ctx.now)
  if (until === undefined) return
  const { stood, saidToday, fileBytes } = await findFacts(ctx, fileIds)
  if (stood >= STOOD_MIN) return
  refuseIf(whyNotYet({ body, mentions, fileBytes, saidToday: isEdit ? 0 : saidToday + unsignedToday }, until))
}

type Facts = { stood: number; saidToday: number; fileBytes: number }

async function findFacts(ctx: Ctx, fileIds: readonly FileId[]): Promise<Facts> {
  const authorId = ctx.viewer.personId
  const stoodSince = ctx.now.subtract({ hours: STOOD_HOURS })
  const found = await sql<Facts>`
    with own as (
      select p.created_at, p.deleted_at from spaces.post p where p.author_id = ${authorId}
      union all
      select r.created_at, r.deleted_at from spaces.reply r where r.author_id = ${authorId}
    )
    select
      (select count(*)::int from own where created_at <= ${stoodSince} and deleted_at is null) as stood,
      (select count(*)::int from own where created_at > ${stoodSince}) as "saidToday",
      coalesce((select max(f.bytes)::float8 from spaces.file f where f.id = any (${fileIds}::uuid[])), 0) as "fileBytes"`.execute(
    ctx.db,
  )
  return found.rows[0] ?? { stood: 0, saidToday: 0, fileBytes: 0 }
}
