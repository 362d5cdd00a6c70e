import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { SpaceId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { newId } from '#platform/ids'
import { getSpace } from './get-space.ts'
import { insertMember } from './store.ts'

/** Opens a space, with its founder as member and keeper. */
export async function createSpace(ctx: Ctx, input: InputOf<typeof spaces.createSpace>): Promise<RawJson> {
  const id = newId<SpaceId>(ctx.now)
  const personId = ctx.viewer.personId
  await sql`
    insert into spaces.space (id, name, purpose, visibility, is_porous, created_by, created_at)
    values (${id}, ${input.name}, ${input.purpose || null}, ${input.visibility}, ${input.isPorous}, ${personId}, ${ctx.now})
  `.execute(ctx.db)
  await insertMember(ctx.db, { spaceId: id, personId, isKeeper: true, at: ctx.now })
  return getSpace(ctx, { id })
}
