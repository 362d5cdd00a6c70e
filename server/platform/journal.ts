// News between rooms: told in the past tense by the room where it happened, heard as jobs after the commit.
import type { Db } from './db.ts'

/** `<room>/<thing-past-tense>` with the facts a listener needs to look the rest up. */
export type News = { name: `${string}/${string}`; facts: Record<string, unknown> }

/** Hands a job to the queue within the caller's transaction. */
export type Enqueue = (db: Db, job: string, facts: Record<string, unknown>) => Promise<void>

export type Listener = { on: News['name']; job: string }

/** Tells news: each listener's job is queued in the same transaction, so it runs if and only if that commits. */
export async function tell(
  db: Db,
  news: News,
  to: { listeners: readonly Listener[]; enqueue: Enqueue },
): Promise<void> {
  for (const listener of to.listeners) {
    if (listener.on === news.name) await to.enqueue(db, listener.job, news.facts)
  }
}
