// Writes to those who queued a question. What is told is looked up then, and only of what its reader may still see.
import { sql } from 'kysely'
import type { HoursId, PersonId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import { enqueueLetter } from '#rooms/mail'
import { plainWords } from '#rooms/notices'
import { changedLetter, type Reader, setAsideLetter, type ToldHours } from './letters.ts'

const LINE_CHARACTERS_MAX = 300

type Writing = { db: Db; now: Temporal.Instant; baseUrl: string }

/** The language and zone of `person`, where they are still here and read the space of slot `h`. */
const reader = (person: string) => sql`
  people.standing s on s.id = ${sql.ref(person)} and s.is_active
    and exists (select from spaces.visible_space(s.id) v where v.space_id = h.space_id)`

type ChangedRow = Reader & Omit<ToldHours, 'address'> & { personId: PersonId; revision: number }

/** Tells of other times, or that it was cancelled, once for each change; whoever leads it knows. */
export async function writeChanged({ db, now, baseUrl }: Writing, hoursId: HoursId): Promise<void> {
  const found = await sql<ChangedRow>`
    select distinct q.asker_id as "personId", coalesce(s.language, 'en') as language, s.time_zone as "timeZone", h.theme,
      host.ref ->> 'name' as host, h.begins_at as "beginsAt", h.cancelled_at is not null as "isCancelled", h.revision
    from answers.hours h
    join people.person_card host on host.id = h.host_id
    join answers.hours_question q on q.hours_id = h.id and q.set_aside_at is null
    join spaces.question_post p on p.post_id = q.post_id and p.space_id = h.space_id
    join ${reader('q.asker_id')}
    where h.id = ${hoursId} and q.asker_id not in (h.host_id, h.offered_by)`.execute(db)
  await db.transaction().execute(async (tx) => {
    for (const row of found.rows) {
      const { personId, revision } = row
      const words = changedLetter(row, { ...row, address: `${baseUrl}/answers/hours/${hoursId}` })
      const uniqueKey = `office hours ${hoursId} ${revision} ${personId}`
      await enqueueLetter(tx, { uniqueKey, personId, why: 'office hours', ...words }, now)
    }
  })
}

type SetAsideRow = Reader & {
  personId: PersonId
  theme: string
  by: string
  words: string
  reason: string
  at: Temporal.Instant
}

/** Tells the asker why, unless it was taken back meanwhile. */
export async function writeSetAside({ db, now, baseUrl }: Writing, postId: PostId): Promise<void> {
  const found = await sql<SetAsideRow>`
    select q.asker_id as "personId", coalesce(s.language, 'en') as language, s.time_zone as "timeZone", h.theme,
      setting.ref ->> 'name' as by, left(coalesce(p.title, p.body), ${LINE_CHARACTERS_MAX}) as words, q.set_aside_reason as reason,
      q.set_aside_at as at
    from answers.hours_question q
    join answers.hours h on h.id = q.hours_id
    join spaces.question_post p on p.post_id = q.post_id and p.space_id = h.space_id
    join people.person_card setting on setting.id = q.set_aside_by
    join ${reader('q.asker_id')}
    where q.post_id = ${postId} and q.set_aside_at is not null and q.asker_id <> q.set_aside_by`.execute(db)
  await db.transaction().execute(async (tx) => {
    for (const { words, personId, at, ...row } of found.rows) {
      const line = plainWords(words)
      const written = setAsideLetter(row, { ...row, line, address: `${baseUrl}/threads/${postId}` })
      const uniqueKey = `set aside ${postId} ${at}`
      await enqueueLetter(tx, { uniqueKey, personId, why: 'office hours', ...written }, now)
    }
  })
}
