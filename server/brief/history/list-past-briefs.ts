// Past briefs as their reader may see them now: words are read anew, and what is gone says so.
import { sql } from 'kysely'
import type { briefHistory, PastBrief, PastCard, WeeksTakenPart } from '#contract/brief-history'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Language } from '#contract/language'
import type { BriefId, SaidId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { readCardWords } from '#rooms/spaces'
import { requireReader } from '../access.ts'
import { lineOf } from '../line-of.ts'
import { dayOf, FALLBACK_TIME_ZONE } from '../next-sitting.ts'
import { Plan, type PlannedCard } from '../planned-card.ts'
import { saidCard } from '../said-card.ts'
import { weeksTakenPart } from './weeks.ts'

type Row = {
  id: BriefId
  at: Temporal.Instant
  minutes: PastBrief['minutes']
  plan: unknown
  sentBy: PastBrief['sentBy']
  done: { key: string; action: PastCard['done']; seconds: number | null }[]
}

export async function listPastBriefs(
  ctx: Ctx,
  { limit, cursor }: InputOf<typeof briefHistory.listPastBriefs>,
): Promise<ReplyOf<typeof briefHistory.listPastBriefs>> {
  const reader = await requireReader(ctx)
  const timeZone = reader.timeZone ?? FALLBACK_TIME_ZONE
  const rows = await readPage(ctx, { limit: limit + 1, cursor, timeZone })
  const page = rows.slice(0, limit).map((row) => ({ ...row, plan: Plan.parse(row.plan) }))
  const saidIds = page.flatMap(({ plan }) => plan.cards.flatMap(({ saidId }) => saidId ?? []))
  const words = await readCardWords(ctx.db, ctx.viewer.personId, saidIds)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => pastBrief(row, { words, language: ctx.viewer.language })),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.id]),
    weeks: await readWeeks(ctx, timeZone),
  }
}

type Page = { limit: number; cursor: string | undefined; timeZone: string }

/** Of several briefs of one day, those with which nothing was done are left out, but for the last. */
async function readPage({ db, viewer }: Ctx, { limit, cursor, timeZone }: Page): Promise<Row[]> {
  const before = cursor === undefined ? undefined : readTimeCursor(cursor)
  const since =
    before === undefined
      ? sql`true`
      : sql`(b.built_at, b.id) < (${before.at}::timestamptz, ${before.id}::uuid)`
  const day = (at: string) => sql`(${sql.raw(at)} at time zone ${timeZone})::date`
  const found = await sql<Row>`
    select b.id, b.built_at as at, b.minutes, b.plan,
      (select s.channel from brief.sending s where s.brief_id = b.id limit 1) as "sentBy",
      (select coalesce(json_agg(json_build_object('key', o.card_key, 'action', o.action, 'seconds', o.seconds)), '[]')
        from brief.outcome o where o.brief_id = b.id) as done
    from brief.brief b
    where b.person_id = ${viewer.personId} and ${since}
      and (exists (select from brief.outcome o where o.brief_id = b.id)
        or not exists (
          select from brief.brief later
          where later.person_id = b.person_id and later.built_at > b.built_at
            and later.built_at < b.built_at + interval '24 hours' and ${day('later.built_at')} = ${day('b.built_at')}))
    order by b.built_at desc, b.id desc limit ${limit}`.execute(db)
  return found.rows
}

type Telling = { words: ReadonlyMap<SaidId, CardWords>; language: Language }

function pastBrief(
  { id, at, minutes, plan, sentBy, done }: Omit<Row, 'plan'> & { plan: Plan },
  telling: Telling,
): PastBrief {
  const doneWith = new Map(done.map(({ key, action }) => [key, action]))
  return {
    ...{ id, at: at.toString(), minutes, sentBy, secondsPlanned: plan.secondsPlanned },
    secondsSpent: Math.round(done.reduce((sum, { seconds }) => sum + (seconds ?? 0), 0)),
    cards: plan.cards.map((card) => ({ ...pastCard(card, telling), done: doneWith.get(card.key) ?? null })),
  }
}

function pastCard(card: PlannedCard, { words, language }: Telling): Omit<PastCard, 'done'> {
  const { key, kind, saidId, seconds } = card
  const { headline, prompt } = saidCard(card, language)
  if (saidId === null) return { key, kind, headline, seconds, line: prompt, postId: null, replyId: null }
  const said = words.get(saidId)
  if (said === undefined) return { key, kind, headline, seconds, line: null, postId: null, replyId: null }
  const { postId, replyId, title, body, author } = said
  const line = lineOf({ kind, title: title ?? undefined, body }, author.name)
  return { key, kind, headline, seconds, line, postId, replyId }
}

const WEEKS_LOOKED_AT = 9

async function readWeeks({ db, viewer, now }: Ctx, timeZone: string): Promise<WeeksTakenPart> {
  const found = await sql<{ first: Temporal.Instant | null; days: string[] }>`
    select (select min(b.built_at) from brief.brief b where b.person_id = ${viewer.personId}) as first,
      array(
        select distinct (o.at at time zone ${timeZone})::date::text from brief.outcome o
        where o.person_id = ${viewer.personId} and o.at > ${now.subtract({ hours: 24 * 7 * WEEKS_LOOKED_AT })}
      ) as days`.execute(db)
  const { first, days = [] } = found.rows[0] ?? { first: null }
  return weeksTakenPart({
    today: dayOf(now, timeZone),
    first: first === null ? undefined : dayOf(first, timeZone),
    days: days.map((day) => Temporal.PlainDate.from(day)),
  })
}
