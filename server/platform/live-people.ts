// The way for any room to tell some people, and nobody else, that something of theirs is otherwise.
import { sql } from 'kysely'
import type { LiveEvent } from '#contract/live'
import type { PersonId } from '#contract/ref'
import type { Db } from './db.ts'
import type { LiveSource } from './live.ts'
import { type Happening, telling } from './live-happening.ts'
import { topicOfPerson } from './live-listeners.ts'

/** Events that say all there is to say by their name. */
type Plain = Exclude<Extract<LiveEvent, { what: string }>['what'], Spoken>
type Spoken =
  | 'hello'
  | 'reply-written'
  | 'words-changed'
  | 'reactions-changed'
  | 'thread-moved'
  | 'question-changed'
  | 'hours-moved'

/** Tells each of some people once the transaction commits; their pages then ask what is new. */
export async function tellPeople(
  db: Db,
  { personIds, event }: { personIds: readonly PersonId[]; event: Plain },
): Promise<void> {
  if (personIds.length === 0) return
  const happening: Happening = { what: 'platform/people-told', event, to: personIds.join(' ') }
  await sql`select ${telling(happening)}`.execute(db)
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
