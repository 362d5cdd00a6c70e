// What office hours tell: to open pages that they are otherwise, and to jobs whom to write to.
import { sql } from 'kysely'
import type { HoursId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { News } from '#platform/journal'
import { type Happening, telling } from '#platform/live-happening'

/** Open pages fetch what they show once this commits. */
export async function tellMoved(db: Db, hoursId: HoursId): Promise<void> {
  const happening: Happening = { what: 'answers/hours-moved', hoursId }
  await sql`select ${telling(happening)}`.execute(db)
}

/** Other times, or cancelled: as it is by the time somebody is written to. */
export function hoursChanged(hoursId: HoursId): News {
  return { name: 'answers/hours-changed', facts: { hoursId } }
}

export function questionSetAside(postId: PostId): News {
  return { name: 'answers/question-set-aside', facts: { postId } }
}
