// What leaves the page: a house of notices in which time is moved by hand, and what it wrote to whom.
import { sql } from 'kysely'
import { notices } from '#contract/notices'
import { type CastName, cast } from './cast.ts'
import { openNoticesHouse } from './notices-house.ts'

type Letter = { subject: string; text: string; html: string; headers: Record<string, string>; at: string }

/** Every test begins on a Monday morning in March, once `clear` was called. */
export async function openOutside() {
  const { house, clear: clearNotices, ...rest } = await openNoticesHouse()
  const { foyer } = house
  const moveTo = (instant: string) => {
    foyer.clock.now = Temporal.Instant.from(instant)
  }
  const clear = async () => {
    await clearNotices()
    await sql`truncate notices.batch, notices.preference, notices.deadline, notices.may_interrupt,
      notices.every_post, notices.push_subscription, notices.fan_out, notices.push, mail.letter cascade`.execute(
      foyer.db,
    )
    moveTo('2026-03-02T09:00:00Z')
  }
  /** Does what is done by itself, as of two seconds from now. */
  const work = async () => {
    const now = foyer.clock.now
    // Jobs in tests see what will be in a minute.
    foyer.clock.now = now.subtract({ minutes: 1 }).add({ seconds: 2 })
    await foyer.runJobs()
    foyer.clock.now = now
  }
  const lettersTo = async (who: CastName) => {
    const found = await sql<Letter>`
      select subject, text, html, headers, to_char(written_at at time zone 'UTC', 'DD HH24:MI') as at
      from mail.letter where person_id = ${cast[who].id} order by written_at, id`.execute(foyer.db)
    return found.rows
  }
  const save = async (who: CastName, settings: object) =>
    (await foyer.as(who)).write(notices.saveSettings, { settings })
  return { foyer, house, clear, moveTo, work, lettersTo, save, ...rest }
}
