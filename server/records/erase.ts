// What becomes for good of those who left: after fourteen days nothing is left that was theirs alone.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { OwnData } from '#platform/own-data'
import { eraseSealed, FORMER_NAME, personRefs } from '#rooms/people'
import { findMentionsAnew, renameMentions } from '#rooms/spaces'
import { UNDO_DAYS } from './leaving.ts'

const LEAVERS_MAX = 100

/** Puts into all mentions of a person what they are called now, and lets these be found by it. */
export async function clearMentions(db: Db, personId: PersonId): Promise<void> {
  const refs = await personRefs(db, [personId])
  const name = refs.get(personId)?.name
  if (name === undefined) return
  await renameMentions(db, { personId, name, reach: 'everywhere' })
  await findMentionsAnew(db, personId)
}

/** Erases those who left long enough ago, each in a transaction of their own; it is safe to run twice. */
export async function eraseLeavers(
  sources: readonly OwnData[],
  { db, now }: { db: Db; now: Temporal.Instant },
): Promise<void> {
  const due = await sql<{ personId: PersonId }>`
    select person_id as "personId" from records.leaving
    where left_at <= ${now.subtract({ hours: 24 * UNDO_DAYS })}
    order by left_at limit ${LEAVERS_MAX}`.execute(db)
  for (const { personId } of due.rows) {
    await db.transaction().execute(async (tx) => {
      const left = await sql<{ becomes: string }>`
        delete from records.leaving where person_id = ${personId} returning becomes`.execute(tx)
      if (left.rows[0]?.becomes === 'former') {
        await renameMentions(tx, { personId, name: FORMER_NAME, reach: 'everywhere' })
      }
      for (const { forget } of sources) await forget({ db: tx, personId })
      await eraseSealed(tx, personId)
    })
  }
}
