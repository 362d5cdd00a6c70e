import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { SaidId } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { cursorOf } from '#platform/cursor'
import { readCardWords } from './card-words.ts'
import { isAfter, readFrom } from './post-cards.ts'
import { isVisible } from './visibility.ts'

type Row = { saidId: SaidId; savedAt: Temporal.Instant; note: string | null }

/** What the viewer saved, newest first. What was deleted or went out of sight is passed over before it is counted. */
export async function listSaved(
  ctx: Ctx,
  input: InputOf<typeof spaces.listSaved>,
): Promise<ReplyOf<typeof spaces.listSaved>> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Row>`
    select kept.said_id as "saidId", kept.saved_at as "savedAt", kept.note
    from spaces.saved kept
    where kept.person_id = ${viewerId} and ${isAfter(readFrom(input), sql`kept.saved_at`, sql`kept.said_id`)}
      and exists (
        select from spaces.said w
        where w.said_id = kept.said_id and w.deleted_at is null and ${isVisible(sql`w.space_id`, viewerId)})
    order by kept.saved_at desc, kept.said_id desc limit ${input.limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, input.limit)
  const words = await readCardWords(
    ctx.db,
    viewerId,
    page.map(({ saidId }) => saidId),
  )
  const last = found.rows.length > input.limit ? page.at(-1) : undefined
  return {
    items: page.flatMap(({ saidId, savedAt, note }) => {
      const said = words.get(saidId)
      return said === undefined ? [] : [{ savedAt: savedAt.toString(), note, words: said }]
    }),
    nextCursor: last === undefined ? null : cursorOf([last.savedAt.toString(), last.saidId]),
  }
}
