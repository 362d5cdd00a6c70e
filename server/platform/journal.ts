// News between rooms: told in the past tense by the room where it happened, heard as jobs after the commit.
import type { Db } from './db.ts'

/** `<room>/<thing-past-tense>` with the facts a listener needs to look the rest up. */
export type News = { name: `${string}/${string}`; facts: Record<string, unknown> }

/** Hands a job to the queue within the caller's transaction. */
export type Enqueue = (db: Db, job: string, facts: Record<string, unknown>) => Promise<void>

/**
 * What news starts: a job in the queue, or a note that a room makes for itself in the transaction that tells. A note is
 * for news that is told so often that a job for each would cost the writer too much; it writes one row and no more.
 */
export type Listener =
  | { on: News['name']; job: string }
  | { on: News['name']; note: (db: Db, facts: News['facts']) => Promise<void> }

/** Tells news: each listener's job or note is written in the same transaction, so it stands if and only if that commits. */
export async function tell(
  db: Db,
  news: News,
  to: { listeners: readonly Listener[]; enqueue: Enqueue },
): Promise<void> {
  for (const listener of to.listeners) {
    if (listener.on !== news.name) continue
    if ('note' in listener) await listener.note(db, news.facts)
    else await to.enqueue(db, listener.job, news.facts)
  }
}
