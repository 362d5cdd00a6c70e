// What the ledger is made of: for each question who was served by its answer, counted and never named.
import { type RawBuilder, sql } from 'kysely'
import type { PostId } from '#contract/ref'
import type { ScaleOf } from '#contract/scale'
import type { Ctx } from '#platform/ctx'
import { lineOf } from '../question-line.ts'
import type { Sum } from './scale.ts'

/** So many questions have rows of their own; the others stand together below them. */
const ROWS_MAX = 1000
/** An answer that was opened counts once this time is over, if whoever opened it asked nothing meanwhile. */
const SILENT_DAYS = 7

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
  const found = await sql<{ rows: CountedRow[] | null; totals: Counted['totals'] }>`
    with counted as materialized (
      select c.post_id, sum(c.answers)::int as answers, sum(c.askers)::int as askers,
        sum(c.confirmed)::int as confirmed, sum(c.unconfirmed)::int as unconfirmed
      from (${writtenSince(ctx, { of, since })} union all ${usedSince(ctx, { of, since })}) c
      join spaces.question_post p on p.post_id = c.post_id
      where ${isSeen(ctx, of)}
      group by c.post_id
    )
    select
      (select json_agg(listed) from (
        select c.post_id as "postId", ${lineOf} as line,
          to_char(s.answered_at at time zone ${ctx.viewer.timeZone ?? 'UTC'}, 'YYYY-MM-DD') as day,
          c.answers, c.askers, c.confirmed, c.unconfirmed
        from (
          select * from counted order by confirmed + unconfirmed + askers desc, post_id desc limit ${ROWS_MAX}
        ) c
        join spaces.question_post p on p.post_id = c.post_id
        join answers.shelved s on s.post_id = c.post_id
      ) listed) as rows,
      json_build_object(
        'answers', ${sumOf(sql`answers`)}, 'askers', ${sumOf(sql`askers`)},
        'confirmed', ${sumOf(sql`confirmed`)}, 'unconfirmed', ${sumOf(sql`unconfirmed`)}) as totals`.execute(
    ctx.db,
  )
  const [row] = found.rows
  if (row === undefined) throw new Error('sums are a row, of nothing too')
  return { rows: row.rows ?? [], totals: row.totals }
}

function sumOf(column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select json_build_object(
    'questionCount', count(*) filter (where ${column} > 0), 'count', coalesce(sum(${column}), 0)) from counted)`
}

function isSeen({ viewer }: Ctx, of: ScaleOf): RawBuilder<unknown> {
  return of === 'own'
    ? sql`exists (select from spaces.visible_space(${viewer.personId}) v where v.space_id = p.space_id)`
    : sql`exists (select from spaces.open_space v where v.space_id = p.space_id)`
}

type Span = { of: ScaleOf; since: Temporal.Instant }

/**
 * Answers of that time, and who asked or waited for them: of merged questions under the one to which they lead, each
 * person once and never whoever answered.
 */
function writtenSince({ viewer }: Ctx, { of, since }: Span): RawBuilder<unknown> {
  return sql`
    select answers.stands_under(s.post_id) as post_id, 1 as answers,
      case when q.merged_into is null then
        (asked.author_id is distinct from s.answered_by)::int + s.waiting_count
        - (s.waiting_count > 0 and exists (
          select from answers.waits_for(s.post_id) w where w.person_id = s.answered_by))::int
      else 0 end as askers, 0 as confirmed, 0 as unconfirmed
    from answers.shelved s
    join spaces.question_post asked on asked.post_id = s.post_id
    left join answers.question q on q.post_id = s.post_id
    where s.answer_id is not null and s.answered_at > ${since}
      and ${of === 'own' ? sql`s.answered_by = ${viewer.personId}` : sql`true`}`
}

/**
 * Who was helped without asking: each person once a question, not whoever answered, asked or waits for it. Somebody who
 * only opened the answer counts when they asked nothing in the week after.
 */
function usedSince({ viewer, now }: Ctx, { of, since }: Span): RawBuilder<unknown> {
  const silentSince = now.subtract({ hours: 24 * SILENT_DAYS })
  const week = sql.lit(`${SILENT_DAYS} days`)
  return sql`
    select post_id, 0, 0, (kind = 'answers-me')::int, (kind = 'opened')::int
    from (
      select distinct on (used.post_id, used.person_id) used.post_id, used.kind
      from (
        select answers.stands_under(u.post_id) as post_id, u.person_id, u.kind, u.at
        from answers.reuse u
        join spaces.said words on words.said_id = u.answer_id and words.deleted_at is null
        where u.at > ${since} and words.author_id <> u.person_id
          and ${of === 'own' ? sql`words.author_id = ${viewer.personId}` : sql`true`}
          and (u.kind = 'answers-me' or u.at <= ${silentSince} and not exists (
            select from spaces.question_post p
            where p.author_id = u.person_id and p.created_at > u.at and p.created_at <= u.at + interval ${week}))
      ) used
      where not exists (
          select from answers.waiting w
          where w.person_id = used.person_id and answers.stands_under(w.post_id) = used.post_id)
        and not exists (
          select from spaces.question_post p where p.post_id = used.post_id and p.author_id = used.person_id)
        and not exists (
          select from answers.question m join spaces.question_post p on p.post_id = m.post_id
          where m.merged_into = used.post_id and p.author_id = used.person_id)
      order by used.post_id, used.person_id, used.kind, used.at
    ) once`
}
