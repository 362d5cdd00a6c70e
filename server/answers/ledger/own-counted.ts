// One's own ledger, counted from what one answered.
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx'
import type { Counting } from './network-counted.ts'

/** An answer that was opened counts once this time is over, if whoever opened it asked nothing meanwhile. */
const SILENT_DAYS = 7

/** `counted` and `most` for a `with`: the questions that one answered and may still read, with their figures. */
export function ownCounted(ctx: Ctx, { since }: Counting): RawBuilder<unknown> {
  return sql`
    used as materialized (${usedSince(ctx, since)}),
    counted as materialized (
      select f.*, f.askers + f.confirmed + f.unconfirmed as people
      from (
        select c.post_id, sum(c.answers)::int as answers, sum(c.askers)::int as askers,
          sum(c.confirmed)::int as confirmed, sum(c.unconfirmed)::int as unconfirmed
        from (${writtenSince(ctx, since)} union all ${helped}) c
        join spaces.question_post p on p.post_id = c.post_id
        where exists (select from spaces.visible_space(${ctx.viewer.personId}) v where v.space_id = p.space_id)
        group by c.post_id
      ) f
    ),
    most as (select * from counted)`
}

/**
 * Answers of that time, and who asked or waited for them: of merged questions under the one to which they lead, each
 * person once and never whoever answered.
 */
function writtenSince({ viewer }: Ctx, since: Temporal.Instant): RawBuilder<unknown> {
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
    where s.answer_id is not null and s.answered_at > ${since} and s.answered_by = ${viewer.personId}`
}

/**
 * What was used of one's words, by whom, and how: opened counts once the person asked nothing in the week after. The
 * words come first, and are not so many: what others are helped by is never looked through.
 */
function usedSince({ viewer, now }: Ctx, since: Temporal.Instant): RawBuilder<unknown> {
  const silentSince = now.subtract({ hours: 24 * SILENT_DAYS })
  const week = sql.lit(`${24 * SILENT_DAYS} hours`)
  return sql`
    select answers.stands_under(u.post_id) as post_id, u.person_id, u.kind
    from spaces.said words
    cross join lateral (
      select * from answers.reuse r where r.answer_id = words.said_id and r.at > ${since} offset 0) u
    where words.author_id = ${viewer.personId} and words.deleted_at is null and u.person_id <> ${viewer.personId}
      and (u.kind = 'answers-me' or u.at <= ${silentSince} and not exists (
        select from spaces.question_post p
        where p.author_id = u.person_id and p.created_at > u.at and p.created_at <= u.at + interval ${week}))`
}

/** Who was helped without asking: each person once a question, not whoever answered, asked or waits for it. */
const helped = sql`
  select post_id, 0, 0, (kind = 'answers-me')::int, (kind = 'opened')::int
  from (
    select distinct on (used.post_id, used.person_id) used.post_id, used.kind
    from used
    where not exists (
        select from answers.asked_alike(used.post_id) a
        join answers.waiting w on w.post_id = a.post_id and w.person_id = used.person_id)
      and not exists (
        select from answers.asked_alike(used.post_id) a
        join spaces.question_post p on p.post_id = a.post_id and p.author_id = used.person_id)
    order by used.post_id, used.person_id, used.kind
  ) once`
