import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { HoursCard, officeHours } from '#contract/office-hours'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { readCards } from './read-hours.ts'

type Asked = InputOf<typeof officeHours.listOfficeHours>

/** What is ahead and was cancelled stays in the list until its end would have come, so that nobody comes for nothing. */
export async function listOfficeHours(
  ctx: Ctx,
  { which, cursor, limit, hostId }: Asked,
): Promise<ReplyOf<typeof officeHours.listOfficeHours>> {
  const from = cursor === undefined ? undefined : readTimeCursor(cursor)
  const most = limit + 1
  const isHosts = hostId === undefined ? sql`true` : sql`h.host_id = ${hostId}`
  const cards = await readCards(
    ctx,
    which === 'ahead'
      ? sql`h.ends_at > ${ctx.now} and ${isHosts} and ${from === undefined ? sql`true` : sql`(h.begins_at, h.id) > (${from.at}::timestamptz, ${from.id}::uuid)`}
          order by h.begins_at, h.id limit ${most}`
      : sql`h.ends_at <= ${ctx.now} and h.cancelled_at is null and ${isHosts} and ${from === undefined ? sql`true` : sql`(h.ends_at, h.id) < (${from.at}::timestamptz, ${from.id}::uuid)`}
          order by h.ends_at desc, h.id desc limit ${most}`,
  )
  const items = cards.slice(0, limit)
  const last = cards.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : cursorOf(placeOf(last, which)) }
}

function placeOf({ id, beginsAt, endsAt }: HoursCard, which: Asked['which']): string[] {
  return [which === 'ahead' ? beginsAt : endsAt, id]
}
