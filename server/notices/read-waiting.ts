// What waits for somebody outside the page, and what was sent to them before.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { asSaid } from '#rooms/spaces'
import type { BatchKind, Channel, Channels, Waiting } from './batches.ts'
import { type Deed, type Summary, summaryOf } from './notice.ts'
import { type Row, readNotices } from './read-notices.ts'

/** More than this in one batch tells nobody anything. */
const WAITING_MAX = 50
/** So many batches in a row unopened, and they go half as often. */
const UNOPENED_MAX = 3

/** A thread that waits, with what a letter says of it. */
export type WaitingThread = Waiting & {
  row: Row
  summary: Summary
  /** What was said that weighs most, to begin reading at. */
  deed: Deed
}

type Who = { personId: PersonId; channels: Channels; now: Temporal.Instant }

export async function readWaiting(db: Db, { personId, channels, now }: Who): Promise<WaitingThread[]> {
  const rows = await readNotices(db, { viewerId: personId, limit: WAITING_MAX, isUnread: true })
  if (rows.length === 0) return []
  const about = { personId, postIds: rows.map(({ postId }) => postId) }
  const [sends, deadlines] = [await readSends(db, about), await readDeadlines(db, { ...about, now })]
  return rows.flatMap((row) => {
    const summary = summaryOf(row.deeds, {
      isBeginner: row.authorId === personId,
      isFollower: row.isFollower,
    })
    const deed = row.deeds.find(({ how }) => how === summary?.how)
    if (summary === undefined || deed === undefined) return []
    const ofThread = sends.filter(({ postId }) => postId === row.postId)
    const asItStands = ofThread.filter(({ untilAt }) => Temporal.Instant.compare(untilAt, row.at) >= 0)
    const sent = asItStands.find(({ kind }) => kind !== 'again')
    const deadline = deadlines.find((each) => concerns(each, row))
    const wasTold = (markedAt: Temporal.Instant) =>
      ofThread.some(({ kind, at }) => kind === 'urgent' && Temporal.Instant.compare(at, markedAt) >= 0)
    return {
      ...{ row, summary, deed, postId: row.postId },
      cameAt: firstAfter(row, ofThread[0]?.untilAt),
      dueAt: deadline === undefined || wasTold(deadline.markedAt) ? undefined : deadline.dueAt,
      sent: sent && { at: sent.at, isOpened: sent.isOpened },
      isSentAgain: asItStands.some(
        ({ kind, channel }) =>
          kind === 'again' || kind === 'brief' || (kind === 'urgent' && channel === channels.second),
      ),
    }
  })
}

/** When the first of it came that was not sent before. */
function firstAfter({ deeds, at: lastAt }: Row, sentUntil: Temporal.Instant | undefined): Temporal.Instant {
  const untold = deeds
    .map(({ at }) => Temporal.Instant.from(at))
    .filter((at) => sentUntil === undefined || Temporal.Instant.compare(at, sentUntil) > 0)
  return untold.toSorted(Temporal.Instant.compare)[0] ?? lastAt
}

type Send = {
  postId: PostId
  untilAt: Temporal.Instant
  /** A brief that went out by itself is none of the batches, and what it carried is told once. */
  kind: BatchKind | 'brief'
  channel: Channel
  at: Temporal.Instant
  isOpened: boolean
}

type About = { personId: PersonId; postIds: readonly PostId[] }

/** The batches in which these threads stood, the last first. */
async function readSends(db: Db, { personId, postIds }: About): Promise<Send[]> {
  const found = await sql<Send>`
    select i.post_id as "postId", i.until_at as "untilAt", b.kind, b.channel, b.at,
      ${isOpened(personId)} as "isOpened"
    from notices.batch_item i join notices.batch b on b.id = i.batch_id
    where i.person_id = ${personId} and i.post_id = any (${postIds}::uuid[])
    order by b.at desc`.execute(db)
  return found.rows
}

/**
 * Whether anything of a batch `b` was seen after it went, wherever that was. Nobody's mail is watched: a letter counts as
 * opened when somebody came to one of its threads.
 */
function isOpened(personId: PersonId) {
  return sql<boolean>`exists (
    select from notices.batch_item o
    join notices.notice n on n.person_id = o.person_id and n.post_id = o.post_id
    cross join lateral spaces.thread_for(${personId}, o.post_id) t
    where o.batch_id = b.id and greatest(n.read_at, t.seen_at) >= o.until_at)`
}

type DueWords = { saidId: SaidId; postId: PostId; dueAt: Temporal.Instant; markedAt: Temporal.Instant }

/** Whether what is due is among what a notice tells its reader of. */
function concerns({ saidId }: DueWords, { postId, deeds }: Row): boolean {
  return deeds.some(({ replyId }) => saidId === asSaid(replyId ?? postId))
}

/** What in some threads needs an answer by a time to come, by those whom the reader lets interrupt. */
async function readDeadlines(
  db: Db,
  { personId, postIds, now }: About & { now: Temporal.Instant },
): Promise<DueWords[]> {
  const found = await sql<DueWords>`
    select d.said_id as "saidId", d.post_id as "postId", d.due_at as "dueAt", d.marked_at as "markedAt"
    from notices.deadline d
    join notices.may_interrupt m on m.by_id = d.author_id and m.person_id = ${personId}
    where d.post_id = any (${postIds}::uuid[]) and d.due_at > ${now}
    order by d.due_at`.execute(db)
  return found.rows
}

export type Past = {
  lastBatchAt: Temporal.Instant | undefined
  lastPushAt: Temporal.Instant | undefined
  /** Whether nothing of the last three batches was seen. */
  isUnopened: boolean
}

/** What was sent to somebody before. */
export async function readPast(db: Db, personId: PersonId): Promise<Past> {
  const found = await sql<{
    lastBatchAt: Temporal.Instant | null
    lastPushAt: Temporal.Instant | null
    isUnopened: boolean
  }>`
    select
      (select max(b.at) from notices.batch b where b.person_id = ${personId} and b.kind = 'batch') as "lastBatchAt",
      (select max(b.at) from notices.batch b
        where b.person_id = ${personId} and b.channel = 'push' and b.kind <> 'urgent') as "lastPushAt",
      (select count(*) = ${UNOPENED_MAX} and not bool_or(${isOpened(personId)})
        from (
          select b.id from notices.batch b
          where b.person_id = ${personId} and b.kind = 'batch' order by b.at desc limit ${UNOPENED_MAX}
        ) b) as "isUnopened"`.execute(db)
  const row = found.rows[0]
  return {
    lastBatchAt: row?.lastBatchAt ?? undefined,
    lastPushAt: row?.lastPushAt ?? undefined,
    isUnopened: row?.isUnopened ?? false,
  }
}
