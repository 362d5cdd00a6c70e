// What an act gets to work with: who asks, when, the database, and a way to tell news.
import type { Language } from '#contract/language'
import type { PersonId, Role } from '#contract/ref'
import type { Db } from './db.ts'
import type { News } from './journal.ts'

export type Viewer = {
  personId: PersonId
  sessionId: string
  roles: ReadonlySet<Role>
  timeZone: string | undefined
  /** In which they read what Foyer says: their own, else the one that their request asks for. */
  language: Language
  /** When a guest's stay is over, whatever else is remembered of them. */
  endsAt?: Temporal.Instant | undefined
  /** When they came; undefined for those who were there when the network began, who are no newcomers to it. */
  arrivedAt?: Temporal.Instant | undefined
}

export type Ctx = {
  viewer: Viewer
  now: Temporal.Instant
  db: Db
  /** Tells news, in the transaction of `db`; within another one where that is named. */
  emit: (news: News, within?: Db) => Promise<void>
}

/** The context of an act that anyone may call: there may be nobody signed in. */
export type OpenCtx = Omit<Ctx, 'viewer'> & { viewer: Viewer | undefined }

export function isGuest(viewer: Viewer): boolean {
  return viewer.roles.has('guest')
}

export function isAdministrator(viewer: Viewer): boolean {
  return viewer.roles.has('administrator')
}

/**
 * Runs work in one transaction: all of it is kept, or none. Inside a transaction it joins that one, so that an act
 * may call another room's act. News is handed over in the same transaction.
 */
export async function atomically<C extends OpenCtx, T>(ctx: C, work: (ctx: C) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  return ctx.db.transaction().execute((db) => work({ ...ctx, db, emit: (news) => ctx.emit(news, db) }))
}
