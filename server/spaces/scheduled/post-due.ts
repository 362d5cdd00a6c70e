// Posts what is due, as its author and with the rights of that moment, by the very act by which people post.
import type { Ctx, Viewer } from '#platform/ctx'
import type { Db } from '#platform/db'
import { Refusal, refusal } from '#platform/refusal'
import { say } from '#platform/say'
import { findMe } from '#rooms/people'
import { scheduleRefused } from '../events.ts'
import { writePost } from '../write-post.ts'
import { holdDue, listDue, noteWhyNot, removeWaiting, type Waiting } from './store.ts'

/** Many may be due at the same full hour; those that are left come in the next round. */
const TOGETHER_MAX = 100

export type Tell = (db: Db, news: Parameters<Ctx['emit']>[0]) => Promise<void>

type Work = { db: Db; now: Temporal.Instant; tell: Tell }

/** Posts all that is due. The others do not wait for the mending of one that cannot be posted. */
export async function postDue(work: Work): Promise<void> {
  const troubles: unknown[] = []
  for (const due of await listDue(work.db, { now: work.now, most: TOGETHER_MAX })) {
    try {
      await postOne(work, due)
    } catch (error) {
      if (error instanceof Refusal) await keepAsDraft(work, due, error)
      else troubles.push(error)
    }
  }
  if (troubles.length > 0) throw troubles[0]
}

/**
 * Holding a post, writing it and letting it go are one transaction, so it is posted once, whoever else comes round and
 * wherever a process dies.
 */
async function postOne({ db, now, tell }: Work, due: Waiting): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const waiting = await holdDue(tx, due)
    if (waiting === undefined) return
    const viewer = await requireAuthor(tx, waiting)
    await removeWaiting(tx, waiting, now)
    const ctx: Ctx = { viewer, now, db: tx, emit: (news) => tell(tx, news) }
    await writePost(ctx, { spaceId: waiting.spaceId, ...waiting.post })
  })
}

async function requireAuthor(db: Db, { authorId }: Waiting): Promise<Viewer> {
  const me = await findMe(db, authorId)
  if (me === undefined) {
    throw refusal('forbidden', 'author-left', 'Its author is not part of this network any more.')
  }
  return {
    personId: authorId,
    sessionId: '',
    roles: new Set(me.roles),
    timeZone: me.timeZone ?? undefined,
    language: me.language ?? 'en',
  }
}

async function keepAsDraft({ db, now, tell }: Work, waiting: Waiting, { sentence }: Refusal): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const author = await findMe(tx, waiting.authorId)
    await noteWhyNot(tx, waiting, say(author?.language ?? 'en', sentence))
    await tell(tx, scheduleRefused({ scheduledId: waiting.id, authorId: waiting.authorId, at: now }))
  })
}
