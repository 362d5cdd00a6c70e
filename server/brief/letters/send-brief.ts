// One person's brief goes out: built, kept, and put into the queue of letters or pushes, in one transaction.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { say, sentence } from '#platform/say'
import { type MailSettings, viewerOf } from '#rooms/mail'
import { noteBriefSent, pushBrief } from '#rooms/notices'
import { briefOfToday } from '../brief-of-today.ts'
import { dayOf, lastSending, type Rhythm } from '../next-sitting.ts'
import { toReply } from '../reply.ts'
import { insertBrief, type StoredBrief } from '../store.ts'
import { cardsToCarry, isWorthALetter } from './card-ways.ts'
import { holdDue, noteNextSending } from './due.ts'
import { noteCarried, toldBefore } from './told.ts'
import { writeLetter } from './write-letter.ts'

export type Sending = { settings: MailSettings; sources: readonly CardSource[] }

/** What could not go in time goes as long as this late, as after a night in which nothing ran, and then no more. */
const LATE_HOURS_MAX = 12

/**
 * Sends somebody the brief that is due, if one is, and notes when the next one is. It is safe to call again and in
 * several processes: one goes for each day of theirs at the most.
 */
export async function sendBrief(
  db: Db,
  { personId, now }: { personId: PersonId; now: Temporal.Instant },
  sending: Sending,
): Promise<void> {
  if (!(await holdDue(db, personId))) return
  const { channel, rhythm } = await noteNextSending(db, personId, now)
  if (!(await isReachable(db, personId))) return
  const day = dayDue(now, rhythm)
  if (channel === 'web' || day === undefined || (await wasSent(db, personId, day))) return
  // Building and writing a brief tells no news.
  const ctx: Ctx = { db, now, viewer: await viewerOf(db, personId), emit: async () => {} }
  const sent = channel === 'mail' ? await sendByMail(ctx, sending) : await sendByPush(ctx, sending)
  if (sent === undefined) return
  await sql`
    insert into brief.sending (person_id, day, brief_id, channel, at)
    values (${personId}, ${day.toString()}::date, ${sent.id}, ${channel}, ${now})`.execute(db)
}

/** Who left, and who has nowhere to read, gets nothing; once they are back, it goes on. */
async function isReachable(db: Db, personId: PersonId): Promise<boolean> {
  const found = await sql`
    select from people.standing s
    where s.id = ${personId} and s.is_active and people.reads_mail(s.id)`.execute(db)
  return found.rows.length > 0
}

/** The day whose brief is to go out now; undefined when it is not time, or too late. */
function dayDue(now: Temporal.Instant, rhythm: Rhythm): Temporal.PlainDate | undefined {
  const due = lastSending(now, rhythm)
  if (due === undefined || due.until(now).total('hours') > LATE_HOURS_MAX) return undefined
  return dayOf(due, rhythm.timeZone)
}

async function wasSent(db: Db, personId: PersonId, day: Temporal.PlainDate): Promise<boolean> {
  const found = await sql`
    select from brief.sending where person_id = ${personId} and day = ${day.toString()}::date`.execute(db)
  return found.rows.length > 0
}

/** @returns the brief, or undefined where there was nothing to write of, and nothing is kept */
async function sendByMail(ctx: Ctx, { settings, sources }: Sending): Promise<StoredBrief | undefined> {
  const { db, now } = ctx
  const about = { personId: ctx.viewer.personId, now }
  const leaveOut = (candidates: Parameters<typeof toldBefore>[2]) => toldBefore(db, about, candidates)
  const { brief, isKept, known } = await briefOfToday(ctx, { leaveOut }, sources)
  const reply = await toReply(ctx, brief, known)
  // What was opened on the page before may hold what another way told; what is built now does not.
  const cards = cardsToCarry(reply, isKept ? await leaveOut(brief.plan.cards) : new Set())
  if (!isWorthALetter(cards)) return undefined
  if (!isKept) await insertBrief(db, brief)
  await writeLetter(ctx, settings, { briefId: brief.id, brief: reply, cards })
  const said = cards.filter(({ kind }) => kind !== 'reflect')
  await noteCarried(db, about, { briefId: brief.id, keys: said.map(({ key }) => key) })
  await noteBriefSent(db, {
    ...{ ...about, channel: 'mail' },
    postIds: said.flatMap(({ words }) => words?.postId ?? []),
  })
  return brief
}

/** A push says that the brief is there and how long it is; what is in it is for the page. */
async function sendByPush(ctx: Ctx, { sources }: Sending): Promise<StoredBrief | undefined> {
  const { brief, isKept, known } = await briefOfToday(ctx, {}, sources)
  const cards = cardsToCarry(await toReply(ctx, brief, known), new Set())
  if (!isWorthALetter(cards)) return undefined
  const minutes = Math.max(1, Math.round(cards.reduce((sum, { seconds }) => sum + seconds, 0) / 60))
  const body = sentence(
    'Your brief is there: {count, plural, one {# card} other {# cards}}, about {minutes, plural, one {a minute} other {# minutes}}.',
    { count: cards.length, minutes },
  )
  const words = { title: 'Foyer', body: say(ctx.viewer.language, body), address: '/brief' }
  const goes = await pushBrief(ctx.db, { personId: ctx.viewer.personId, words, now: ctx.now })
  if (!goes) return undefined
  if (!isKept) await insertBrief(ctx.db, brief)
  return brief
}
