import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { Ctx } from '#platform/ctx'

/** How much somebody said confidentially in the last day: what limits a person holds for them under any name. */
export async function countUnsignedToday({ db, viewer, now }: Ctx): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count
    from answers.confidential_asker c join spaces.said w on w.post_id = c.post_id
    where c.person_id = ${viewer.personId} and w.author_id = ${COLLEAGUE_ID}
      and w.created_at > ${now.subtract({ hours: 24 })}`.execute(db)
  return found.rows[0]?.count ?? 0
}
