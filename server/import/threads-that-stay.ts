// Which threads an undo leaves alone: those in which somebody has said or changed something since.
import { sql } from 'kysely'
import type { PostId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { listThreadWords } from '#rooms/spaces'
import type { StandingImport } from './standing-import.ts'
import { findOwnWords } from './store.ts'

export type OwnWords = { saidId: SaidId; postId: PostId }

/** What an import said, the latest first, so that replies come before their post. */
export async function listOwnWords(
  db: Db,
  wanted: { archiveId: string; before: SaidId | undefined; limit: number },
): Promise<OwnWords[]> {
  const found = await sql<OwnWords>`
    select w.said_id as "saidId", w.post_id as "postId"
    from (
      select o.said_id from import.origin o
      where o.archive_id = ${wanted.archiveId} and o.said_id < ${wanted.before ?? LAST_ID}::uuid
      order by o.said_id desc limit ${wanted.limit}
    ) own join spaces.said w on w.said_id = own.said_id
    order by w.said_id desc`.execute(db)
  return found.rows
}

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Looks at the threads of something that an import said.
 * @returns the reason for each that stays, and everything that the import said in any of them
 */
export async function threadsThatStay(
  db: Db,
  said: readonly OwnWords[],
  standing: Pick<StandingImport, 'id' | 'startedAt'>,
): Promise<{ reasons: Map<PostId, string>; ownInThreads: OwnWords[] }> {
  const postIds = [...new Set(said.map(({ postId }) => postId))]
  const words = await listThreadWords(db, postIds)
  const own = await findOwnWords(
    db,
    standing.id,
    words.map(({ saidId }) => saidId),
  )
  const isSince = (at: Temporal.Instant | null) =>
    at !== null && Temporal.Instant.compare(at, standing.startedAt) >= 0
  const reasons = new Map<PostId, string>()
  for (const { saidId, postId, at, editedAt } of words) {
    if (own.has(saidId)) {
      if (isSince(editedAt) && !reasons.has(postId))
        reasons.set(postId, 'somebody changed words in their thread')
    } else if (own.has(postId as string as SaidId) || isSince(at)) {
      reasons.set(postId, 'somebody replied in their thread')
    }
  }
  return { reasons, ownInThreads: words.filter(({ saidId }) => own.has(saidId)) }
}
