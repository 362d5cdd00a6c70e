import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { secrecy } from '#contract/secrecy'
import { atomically } from '#platform/ctx'
import type { Db } from '#platform/db'
import type { SignInRequest } from '#platform/gate'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { isOpenSpace, whyNotUnsigned } from '#rooms/spaces'
import { whyNotAsk } from '../asking/asked-words.ts'
import { refuseNamed } from './refuse-named.ts'
import { digestOf, hourAfter, isSigned, PEOPLE_MIN } from './token.ts'
import { areEnoughPeople, readWeekKey } from './week-key.ts'

type Asked = InputOf<typeof secrecy.askAnonymously>
type Spent = { contentHash: string; postId: PostId; postedAt: Temporal.Instant }

/** Keeps a question for the next full hour. Whoever has a token is of the house, and nobody knows who. */
export async function askAnonymously(
  request: SignInRequest,
  asked: Asked,
): Promise<ReplyOf<typeof secrecy.askAnonymously>> {
  refuseNamed(request)
  const week = await readWeekKey(request.ctx.db, request.ctx.now)
  if (!isSigned(week, asked)) throw notSigned()
  return atomically(request.ctx, async ({ db, now }) => {
    const postedAt = hourAfter(now)
    const { spaceId, title, body, secretHash } = asked
    const contentHash = digestOf(spaceId, title, body, secretHash)
    const spending = { tokenHash: digestOf(asked.nonce), period: week.period }
    // Made from the hour, not from this moment.
    const ours = { contentHash, postId: newId<PostId>(postedAt), postedAt }
    const spent = await spend(db, { ...spending, ...ours })
    if (spent.contentHash !== contentHash) throw isSpent()
    const { postId } = spent
    if (postId !== ours.postId) return { postId, postedAt: spent.postedAt.toString() }
    if (!(await areEnoughPeople(db, week.period))) throw tooFew()
    if (!(await isOpenSpace(db, spaceId))) throw notOpen()
    refuseIf(whyNotAsk(title) ?? whyNotUnsigned(body))
    await sql`
      insert into answers.unposted (what, post_id, posted_at, space_id, title, body, secret_hash)
      values ('question', ${postId}, ${postedAt}, ${spaceId}, ${title}, ${body}, ${secretHash})`.execute(db)
    return { postId, postedAt: postedAt.toString() }
  })
}

/** Spends a token, which the transaction takes back with all else when it is refused. @returns for what it is spent */
async function spend(db: Db, token: Spent & { tokenHash: string; period: string }): Promise<Spent> {
  await sql`
    insert into answers.spent_token (token_hash, content_hash, period, post_id, posted_at)
    values (${token.tokenHash}, ${token.contentHash}, ${token.period}, ${token.postId}, ${token.postedAt})
    on conflict do nothing`.execute(db)
  const found = await sql<Spent>`
    select content_hash as "contentHash", post_id as "postId", posted_at as "postedAt"
    from answers.spent_token where token_hash = ${token.tokenHash}`.execute(db)
  return found.rows[0] ?? token
}

const notSigned = () =>
  refusal(
    'forbidden',
    'no-such-token',
    'This network did not sign this token for this week. Reload the page to fetch others.',
  )
const isSpent = () =>
  refusal('conflict', 'token-spent', 'This token paid for another question already. Ask with another one.')
const tooFew = () =>
  refusal(
    'conflict',
    'too-few-askers',
    'Fewer than {least} people could have asked this so far this week, so it would not be anonymous. Nothing was sent; try again later.',
    { least: PEOPLE_MIN },
  )
const notOpen = () =>
  refusal(
    'invalid',
    'not-an-open-space',
    'Anonymous questions go to open spaces alone, which everybody of the house reads.',
  )
