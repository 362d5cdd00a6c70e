import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { secrecy } from '#contract/secrecy'
import { atomically } from '#platform/ctx'
import type { Db } from '#platform/db'
import type { SignInRequest } from '#platform/gate'
import { refusal, refuseIf } from '#platform/refusal'
import { whyNotAddUnsigned, whyNotUnsigned } from '#rooms/spaces'
import { refuseNamed } from './refuse-named.ts'
import { requireAsker } from './require-asker.ts'
import { hourAfter } from './token.ts'

/** No token is asked for these, so their number is bounded for each question. */
const FOLLOW_UPS_MAX = 20

/** Keeps something that the asker adds for the next full hour. The same twice within an hour is added once. */
export async function followUpAnonymously(
  request: SignInRequest,
  { body, ...asker }: InputOf<typeof secrecy.followUpAnonymously>,
): Promise<ReplyOf<typeof secrecy.followUpAnonymously>> {
  refuseNamed(request)
  return atomically(request.ctx, async ({ db, now }) => {
    const asking = await requireAsker(db, asker)
    refuseIf(whyNotUnsigned(body))
    refuseIf(await whyNotAddUnsigned(db, asking.postId))
    const postedAt = hourAfter(now)
    const { postId } = asking
    const waiting = await readWaiting(db, postId)
    if (!waiting.includes(body)) {
      if (asking.followUps + waiting.length >= FOLLOW_UPS_MAX) throw tooMany()
      await sql`
        insert into answers.unposted (what, post_id, posted_at, body)
        values ('follow-up', ${postId}, ${postedAt}, ${body})`.execute(db)
    }
    return { postId, postedAt: postedAt.toString() }
  })
}

async function readWaiting(db: Db, postId: string): Promise<string[]> {
  const found = await sql<{ body: string }>`
    select u.body from answers.unposted u where u.post_id = ${postId} and u.what = 'follow-up'`.execute(db)
  return found.rows.map(({ body }) => body)
}

const tooMany = () =>
  refusal(
    'too-many',
    'too-many-follow-ups',
    'An anonymous question is added to {most} times at most. Ask another one.',
    { most: FOLLOW_UPS_MAX },
  )
