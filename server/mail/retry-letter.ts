import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { mail } from '#contract/mail'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'

/** Lets a letter that was given up be tried as often again. */
export async function retryLetter(ctx: Ctx, { letterId }: InputOf<typeof mail.retryLetter>): Promise<Done> {
  const retried = await sql`
    update mail.letter set state = 'waiting', tries = 0, next_at = ${ctx.now}, settled_at = null
    where id = ${letterId} and state = 'dead' and why <> 'test' returning id`.execute(ctx.db)
  if (retried.rows.length === 0)
    throw refusal('not-found', 'no-such-letter', 'No letter of this kind was given up.')
  return { done: true }
}
