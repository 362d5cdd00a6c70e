// What this room does beside requests: it gathers copies, deletes those whose time is over, and erases who left.
import { sql } from 'kysely'
import { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { KEPT_DAYS } from './copies.ts'
import { clearMentions, eraseLeavers } from './erase.ts'
import { type Gathering, gatherOwnData } from './gather-own-data.ts'
import type { OwnDataShelf } from './own-data-shelf.ts'

export function recordsJobs(gathering: Gathering): Job[] {
  return [
    {
      name: 'records/gather-own-data',
      run: ({ db, now, facts }) => gatherOwnData(gathering, { db, now, copyId: String(facts.copyId) }),
    },
    {
      name: 'records/clear-mentions',
      run: async ({ db, facts }) => clearMentions(db, PersonId.parse(facts.personId)),
    },
    {
      name: 'records/drop-copies',
      cron: '29 * * * *',
      run: ({ db, now }) => dropCopies(db, gathering.shelf, now),
    },
    {
      name: 'records/erase-leavers',
      cron: '37 3 * * *',
      run: ({ db, now }) => eraseLeavers(gathering.sources, { db, now }),
    },
  ]
}

/** Rows first: bytes without one are swept at the next round, should this one be ended between both. */
async function dropCopies(db: Db, shelf: OwnDataShelf, now: Temporal.Instant): Promise<void> {
  await sql`
    delete from records.own_data c
    where c.asked_at <= ${now.subtract({ hours: 24 * KEPT_DAYS })}
      or not exists (select from people.standing s where s.id = c.person_id and s.is_active)`.execute(db)
  const lying = await shelf.list()
  const known = await sql<{ id: string }>`
    select c.id from records.own_data c where c.id::text = any (${lying}::text[])`.execute(db)
  const ids = new Set(known.rows.map(({ id }) => id))
  for (const id of lying) if (!ids.has(id)) await shelf.remove(id)
}

export const recordsListeners: readonly Listener[] = [
  { on: 'records/own-data-asked', job: 'records/gather-own-data' },
  { on: 'records/person-left', job: 'records/clear-mentions' },
]
