// What the ledger is made of: for each question who was served by its answer, counted and never named.
import { type RawBuilder, sql } from 'kysely'
import type { PostId } from '#contract/ref'
import type { ScaleOf } from '#contract/scale'
import type { Ctx } from '#platform/ctx'
import { lineOf } from '../question-line.ts'
import { type Counting, networkCounted } from './network-counted.ts'
import { ownCounted } from './own-counted.ts'
import type { Sum } from './scale.ts'

/** So many questions have rows of their own; the others stand together below them. */
const ROWS_MAX = 1000

export type FigureName = 'answers' | 'askers' | 'confirmed' | 'unconfirmed'
export type CountedRow = { postId: PostId; line: string; day: string | null } & Record<FigureName, number>
export type Counted = { rows: CountedRow[]; totals: Record<FigureName, Sum> }

/**
 * The questions of a year with what came of their answers. One's own are those that one answered and may still read;
 * the network's are those of open spaces, so that everybody is told the same and nobody of what they may not read.
 */
export async function readCounted(
  ctx: Ctx,
  { of, since }: { of: ScaleOf; since: Temporal.Instant },
): Promise<Counted> {
  const counting: Counting = { rowsMax: ROWS_MAX, since }
  const found = await sql<{ rows: CountedRow[] | null; totals: Counted['totals'] }>`
    with ${of === 'own' ? ownCounted(ctx, counting) : networkCounted(ctx, counting)}
    select
      (select json_agg(listed) from (
        select c.post_id as "postId", ${lineOf} as line,
          to_char(s.answered_at at time zone ${ctx.viewer.timeZone ?? 'UTC'}, 'YYYY-MM-DD') as day,
          c.answers, c.askers, c.confirmed, c.unconfirmed
        from (select * from most order by people desc, post_id desc limit ${ROWS_MAX}) c
        join spaces.question_post p on p.post_id = c.post_id
        join answers.shelved s on s.post_id = c.post_id
        order by c.people desc, c.post_id desc
      ) listed) as rows,
      (select json_build_object(
        'answers', ${sumOf(sql`answers`)}, 'askers', ${sumOf(sql`askers`)},
        'confirmed', ${sumOf(sql`confirmed`)}, 'unconfirmed', ${sumOf(sql`unconfirmed`)}) from counted) as totals`.execute(
    ctx.db,
  )
  const [row] = found.rows
  if (row === undefined) throw new Error('sums are a row, of nothing too')
  return { rows: row.rows ?? [], totals: row.totals }
}

function sumOf(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`json_build_object(
    'questionCount', count(*) filter (where ${column} > 0), 'count', coalesce(sum(${column}), 0))`
}
