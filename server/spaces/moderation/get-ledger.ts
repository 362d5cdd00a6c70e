import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { LedgerLine } from '#contract/judged'
import type { moderation } from '#contract/moderation'
import { HideReason } from '#contract/said'
import type { Ctx } from '#platform/ctx'
import { monthsBefore, suppressed } from './ledger.ts'

/** The month under way is not shown: whoever looked every day would see each single act appear. */
const MONTHS = 12
const WHAT = [
  'reported',
  'hidden',
  'restored',
  'appeal-upheld',
  'appeal-dismissed',
  'locked',
  'moved',
] as const
const HAVE_REASONS: readonly string[] = ['reported', 'hidden']

type Counted = { month: string; what: string; reason: string | null; count: number }

export async function getLedger(
  ctx: Ctx,
  _input: InputOf<typeof moderation.getLedger>,
): Promise<ReplyOf<typeof moderation.getLedger>> {
  const months = monthsBefore(ctx.now, MONTHS)
  const counted = await countActs(ctx, months)
  return { months: months.map((month) => ({ month, lines: linesOf(month, counted) })) }
}

function linesOf(month: string, counted: readonly Counted[]): LedgerLine[] {
  return WHAT.map((what) => {
    const counts = counted.filter((each) => each.month === month && each.what === what)
    if (!HAVE_REASONS.includes(what)) {
      return { what, count: suppressed(counts.map(({ count }) => count)).total, byReason: [] }
    }
    const countOf = (reason: string) => counts.find((each) => each.reason === reason)?.count ?? 0
    const { total, parts } = suppressed(HideReason.options.map(countOf))
    const byReason = HideReason.options.map((reason, index) => ({ reason, count: parts[index] ?? null }))
    return { what, count: total, byReason }
  })
}

async function countActs(ctx: Ctx, months: readonly string[]): Promise<Counted[]> {
  const [newest, oldest] = [months[0], months.at(-1)]
  const month = sql`to_char(done.at at time zone 'UTC', 'YYYY-MM')`
  const found = await sql<Counted>`
    select ${month} as month, done.what, done.reason, count(*)::int as count
    from (
      select at, act as what, reason from spaces.moderation_act where act = any (${[...WHAT]}::text[])
      union all
      select at, 'reported', reason from spaces.report
    ) done
    where done.at >= ${`${oldest}-01T00:00:00Z`}::timestamptz
      and done.at < ${`${newest}-01T00:00:00Z`}::timestamptz + interval '32 days' and ${month} = any (${months}::text[])
    group by 1, 2, 3`.execute(ctx.db)
  return found.rows
}
