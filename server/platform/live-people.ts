// The way for any room to tell some people, and nobody else, that something of theirs is otherwise.
import { sql } from 'kysely'
import type { LiveEvent } from '#contract/live'
import type { PersonId } from '#contract/ref'
import type { Db } from './db.ts'
import type { LiveSource } from './live.ts'
import { topicOfPerson } from './live-listeners.ts'
import { happeningText, LIVE_CHANNEL } from './live-wire.ts'

/** Events that say all there is to say by their name. */
type Plain = Exclude<Extract<LiveEvent, { what: string }>['what'], Spoken>
type Spoken = 'hello' | 'reply-written' | 'words-changed' | 'reactions-changed' | 'thread-moved'

const WHAT = 'platform/people-told'
/** So that what is told stays well below the 8000 bytes that PostgreSQL takes. */
const TOLD_TOGETHER_MAX = 100

/** Tells each of some people once the transaction commits; their pages then ask what is new. */
export async function tellPeople(
  db: Db,
  { personIds, event }: { personIds: readonly PersonId[]; event: Plain },
): Promise<void> {
  const texts: string[] = []
  for (let start = 0; start < personIds.length; start += TOLD_TOGETHER_MAX) {
    const to = personIds.slice(start, start + TOLD_TOGETHER_MAX).join(' ')
    texts.push(happeningText({ what: WHAT, event, to }))
  }
  if (texts.length === 0) return
  await sql`select pg_notify(${LIVE_CHANNEL}, told) from unnest(${texts}::text[]) as told`.execute(db)
}

/** Hands on what `tellPeople` told. */
export const peopleTold: LiveSource = {
  room: 'platform',
  tell: async (_db, heard) =>
    heard.flatMap(({ happening: { event, to } }) =>
      (String(to).split(' ') as PersonId[]).map((personId) => ({
        topic: topicOfPerson(personId),
        personIds: new Set([personId]),
        json: JSON.stringify({ what: event }),
      })),
    ),
}
