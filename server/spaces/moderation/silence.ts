// The SQL of who does not want to hear of whom. A mute is one row; a block is one for each side, so that whoever asks
// for what somebody hears looks at that person's rows alone.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'
import { requirePerson } from '#rooms/people'

type Kind = 'is_muted' | 'is_blocked' | 'is_blocked_by'
type Silence = { personId: PersonId; authorId: PersonId; kind: Kind }

/** Somebody other than the viewer, whom they may see. */
export async function requireAnother(ctx: Ctx, personId: PersonId): Promise<void> {
  await requirePerson(ctx, personId)
  if (personId === ctx.viewer.personId)
    throw refusal('invalid', 'silence-yourself', 'You cannot mute or block yourself.')
}

export async function addSilence(
  db: Db,
  { personId, authorId, kind, at }: Silence & { at: Temporal.Instant },
): Promise<void> {
  const column = sql.ref(kind)
  await sql`
    insert into spaces.silence (person_id, author_id, ${column}, at) values (${personId}, ${authorId}, true, ${at})
    on conflict (person_id, author_id) do update set ${column} = true`.execute(db)
}

export async function endSilence(db: Db, { personId, authorId, kind }: Silence): Promise<void> {
  const others = (['is_muted', 'is_blocked', 'is_blocked_by'] as const).filter((each) => each !== kind)
  const row = sql`person_id = ${personId} and author_id = ${authorId}`
  const [one, other] = others.map((each) => sql.ref(each))
  await sql`delete from spaces.silence where ${row} and not ${one} and not ${other}`.execute(db)
  await sql`update spaces.silence set ${sql.ref(kind)} = false where ${row} and (${one} or ${other})`.execute(
    db,
  )
}
