// Whoever prepares somebody's brief reaches what both may read, and nothing else: not to them, and not of others.
import { sql } from 'kysely'
import type { PersonId, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { findReader, type Reader } from '#rooms/people'
import { readCardWords } from '#rooms/spaces'

/** The person whose brief the viewer prepares. */
export async function requireExecutive(ctx: Ctx, id: PersonId): Promise<Reader> {
  const found = await sql`
    select from people.preparing d
    where d.executive_id = ${id} and d.delegate_id = ${ctx.viewer.personId}`.execute(ctx.db)
  const reader = found.rows.length === 0 ? undefined : await findReader(ctx.db, id)
  if (reader === undefined) {
    throw refusal('not-found', 'not-yours-to-prepare', 'You do not prepare the brief of this person.')
  }
  return reader
}

/** Holds that both may read all of what was said. */
export async function requireSharedWords(
  ctx: Ctx,
  saidIds: readonly SaidId[],
  executive: Reader,
): Promise<void> {
  const { personId } = ctx.viewer
  if ((await readCardWords(ctx.db, personId, saidIds)).size < saidIds.length)
    throw refusal('not-found', 'no-such-words', 'This does not exist for you.')
  if ((await readCardWords(ctx.db, executive.ref.id, saidIds)).size < saidIds.length) {
    throw refusal(
      'conflict',
      'cannot-read',
      '{name} may not read this thread. Invite them to the space first.',
      { name: executive.ref.name },
    )
  }
}
