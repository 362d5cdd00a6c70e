// Looking as somebody else would: reads run in a transaction in which that one is set up, and which is never kept.
import type { Context } from 'hono'
import type { Viewer } from './ctx.ts'
import type { Db } from './db.ts'
import { refusal } from './refusal.ts'

/** In the query or in a header of this name a page says that it looks as somebody else; the value names the look. */
export const LOOK = 'foyer-look'

/** The look that is asked with, if any. */
export function lookOf(context: Context): string | undefined {
  return context.req.query(LOOK) ?? context.req.header(LOOK)
}

/**
 * Sets up, in a transaction that will be rolled back, whoever somebody looks as.
 * @returns who they are meanwhile
 * @throws Refusal when there is no such look of theirs
 */
export type OpenLook = (asked: {
  db: Db
  viewer: Viewer
  lookId: string
  now: Temporal.Instant
}) => Promise<Viewer>

type Asked = { viewer: Viewer; lookId: string; now: Temporal.Instant }

/** Reads something as somebody else would; whatever was written meanwhile never was. */
export async function looking<T>(
  gate: { db: Db; openLook: OpenLook },
  asked: Asked,
  work: (viewer: Viewer, db: Db) => Promise<T>,
): Promise<T> {
  const db = await gate.db.startTransaction().execute()
  try {
    return await work(await gate.openLook({ ...asked, db }), db)
  } finally {
    await db.rollback().execute()
  }
}

export function onlyLooking() {
  return refusal(
    'forbidden',
    'only-looking',
    'You are looking as a guest would, so nothing can be done. Stop looking first.',
  )
}
