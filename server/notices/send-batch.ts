// Looks at what waits for one person, and sends what is to go now: the letter or the pushes stand in their queues in the
// same transaction in which they are noted as sent.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import type { MailSettings } from '#rooms/mail'
import { planFor, type Reader, type Sending } from './batches.ts'
import { noteHalved, type Preference, readPreference, writeChosen } from './preference.ts'
import { enqueuePushes } from './push-queue.ts'
import { type Past, readPast, readWaiting, type WaitingThread } from './read-waiting.ts'
import { isAfter, nextBatch } from './rhythm.ts'
import { channelsOf, rhythmOf, urgentChannelOf } from './settings.ts'
import { type Batch, writeDigest } from './write-digest.ts'

type Look = { personId: PersonId; now: Temporal.Instant; settings: MailSettings }

/** In a transaction: sends at most one thing to somebody, and notes when to look again. */
export async function lookAt(db: Db, look: Look): Promise<void> {
  const { personId, now } = look
  // Who waits here finds afterwards that another process has done it.
  const due = await sql`select from notices.due where person_id = ${personId} for update`.execute(db)
  if (due.rows.length === 0) return
  const preference = await readPreference(db, personId)
  if (preference === undefined) return lookAgain(db, personId, undefined)
  const past = await readPast(db, personId)
  const held = await halveIfUnopened(db, { personId, preference, past })
  const reader = readerOf(held, past)
  const waiting = await readWaiting(db, { personId, channels: reader.channels, now })
  const { sending, lookAgainAt } = planFor(reader, waiting, now)
  const isSent = sending !== undefined && (await send(db, { look, preference: held, sending, waiting }))
  const next = nextBatch(now, reader.rhythm)
  if (isSent || lookAgainAt === undefined) return lookAgain(db, personId, lookAgainAt)
  // Something that comes in the meantime finds this row and does not change it; so it is looked at by the next batch.
  const isFar = next !== undefined && (!isAfter(lookAgainAt, now) || isAfter(lookAgainAt, next))
  return lookAgain(db, personId, isFar ? next : lookAgainAt)
}

/** What decides of somebody's batches, as the rules want it. */
export function readerOf({ settings, timeZone, reach, choseAt }: Preference, past: Past): Reader {
  return {
    rhythm: rhythmOf(settings, timeZone),
    channels: channelsOf(settings, reach),
    urgentChannel: urgentChannelOf(reach),
    isHalved: settings.isHalved,
    lastBatchAt: past.lastBatchAt,
    lastPushAt: past.lastPushAt,
    choseAt,
  }
}

type Held = { personId: PersonId; preference: Preference; past: Past }

/** Whoever opened none of the last three gets half as many from now on, unless they have said that they want them. */
async function halveIfUnopened(db: Db, { personId, preference, past }: Held): Promise<Preference> {
  if (preference.settings.isHalved || preference.hasAnswered || !past.isUnopened) return preference
  await writeChosen(db, personId, { isHalved: true })
  return { ...preference, settings: { ...preference.settings, isHalved: true } }
}

type Task = { look: Look; preference: Preference; sending: Sending; waiting: readonly WaitingThread[] }

/** @returns whether anything went: where all of it is gone again, nothing does */
async function send(db: Db, { look, preference, sending, waiting }: Task): Promise<boolean> {
  const { personId, now, settings } = look
  const threads = sending.items.flatMap(({ postId }) => waiting.find((each) => each.postId === postId) ?? [])
  const batch: Batch = { id: newId(now), personId, kind: sending.kind, preference, threads, now }
  await sql`
    insert into notices.batch (id, person_id, kind, channel, slot_at, at)
    values (${batch.id}, ${personId}, ${sending.kind}, ${sending.channel}, ${sending.slotAt}, ${now})`.execute(
    db,
  )
  const told =
    sending.channel === 'mail' ? await writeDigest(db, settings, batch) : await enqueuePushes(db, batch)
  if (told.length === 0) {
    await sql`delete from notices.batch where id = ${batch.id}`.execute(db)
    return false
  }
  await sql`
    insert into notices.batch_item (batch_id, person_id, post_id, until_at)
    select ${batch.id}, ${personId}, post_id, until_at
    from unnest(${told.map(({ postId }) => postId)}::uuid[], ${told.map(({ row }) => row.at.toString())}::timestamptz[])
      as told (post_id, until_at)`.execute(db)
  if (sending.channel === 'mail' && preference.settings.isHalved && !preference.wasAsked)
    await noteHalved(db, personId, 'was_asked')
  return true
}

/** Notes when to look at somebody's notices again; at no instant means: not before something comes. */
async function lookAgain(db: Db, personId: PersonId, at: Temporal.Instant | undefined): Promise<void> {
  await (at === undefined
    ? sql`delete from notices.due where person_id = ${personId}`
    : sql`update notices.due set at = ${at} where person_id = ${personId}`
  ).execute(db)
}
