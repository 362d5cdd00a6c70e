// Whether somebody may be brought up as a voice to those who have not heard them: theirs to say, and nobody else's.
import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { voices } from '#contract/voices'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'

type Reply = ReplyOf<typeof voices.getSurfacing>

export async function getSurfacing(ctx: Ctx, _input: InputOf<typeof voices.getSurfacing>): Promise<Reply> {
  return { maySurface: await maySurface(ctx.db, ctx.viewer.personId) }
}

export async function saveSurfacing(ctx: Ctx, wish: InputOf<typeof voices.saveSurfacing>): Promise<Reply> {
  const { personId } = ctx.viewer
  await (wish.maySurface
    ? sql`delete from voices.unsurfaced where person_id = ${personId}`
    : sql`insert into voices.unsurfaced (person_id, at) values (${personId}, ${ctx.now}) on conflict do nothing`
  ).execute(ctx.db)
  return wish
}

export async function maySurface(db: Db, personId: PersonId): Promise<boolean> {
  const found = await sql`select from voices.unsurfaced where person_id = ${personId}`.execute(db)
  return found.rows.length === 0
}
