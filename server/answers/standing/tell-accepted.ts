// Tells everybody whom an answer concerns that it was accepted: who asked, who wrote it, and who waits.
import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PersonId, PostId, ReplyId } from '#contract/ref'
import type { Db } from '#platform/db'
import { type Sentence, sentence } from '#platform/say'
import { tellAllOfThread } from '#rooms/notices'

/** As a job hears it. */
export type Accepted = { postId: PostId; replyId: ReplyId; byId: PersonId; at: string }

const TOLD_TOGETHER_MAX = 250
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** Some at a time, each in a transaction of its own. Told twice of one acceptance, nobody hears of it twice. */
export async function tellAccepted(db: Db, accepted: Accepted): Promise<void> {
  const parties = await findParties(db, accepted)
  // It was taken back, or another one accepted, before anybody could hear of it.
  if (parties === undefined) return
  const { askerId, secretAskerId, authorId } = parties
  const tell = (personIds: PersonId[], why: Sentence) =>
    db.transaction().execute((tx) =>
      tellAllOfThread(tx, {
        ...{ personIds, why, how: 'accepted' },
        ...{ postId: accepted.postId, byId: accepted.byId, at: Temporal.Instant.from(accepted.at) },
      }),
    )
  for (let after: string = NOBODY; ; ) {
    const personIds = await readWaiting(db, { postId: accepted.postId, after, authorId })
    if (personIds.length > 0) await tell(personIds, sentence('because you wanted to know'))
    const last = personIds.at(-1)
    if (last === undefined || personIds.length < TOLD_TOGETHER_MAX) break
    after = last
  }
  if (askerId !== null && askerId !== authorId) await tell([askerId], sentence('because you asked it'))
  // In words that would be as true of anybody who waits, should somebody else read the letter.
  if (secretAskerId !== null && secretAskerId !== authorId && accepted.byId !== COLLEAGUE_ID)
    await tell([secretAskerId], sentence('because you wanted to know'))
  await tell([authorId], sentence('because you wrote it'))
}

type Parties = { askerId: PersonId | null; secretAskerId: PersonId | null; authorId: PersonId }

async function findParties(db: Db, { postId, replyId }: Accepted): Promise<Parties | undefined> {
  const found = await sql<Parties>`
    select p.author_id as "askerId", w.author_id as "authorId",
      (select c.person_id from answers.confidential_asker c where c.post_id = q.post_id) as "secretAskerId"
    from answers.question q
    join spaces.question_post p on p.post_id = q.post_id
    join spaces.said w on w.said_id = q.answer_id
    where q.post_id = ${postId} and q.answer_id = ${replyId} and w.deleted_at is null`.execute(db)
  return found.rows[0]
}

type Page = { postId: PostId; after: string; authorId: PersonId }

async function readWaiting(db: Db, { postId, after, authorId }: Page): Promise<PersonId[]> {
  const found = await sql<{ personId: PersonId }>`
    select w.person_id as "personId" from answers.waits_for(${postId}) w
    where w.person_id > ${after} and w.person_id <> ${authorId}
    order by w.person_id limit ${TOLD_TOGETHER_MAX}`.execute(db)
  return found.rows.map(({ personId }) => personId)
}
