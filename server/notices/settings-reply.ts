// How somebody's settings stand, with what would come next: gathered, hydrated and said.
import { sql } from 'kysely'
import type { NoticeSettingsReply } from '#contract/notices'
import type { PersonId, PersonRef, SpaceRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'
import { personRefs } from '#rooms/people'
import { planFor } from './batches.ts'
import { type Preference, readPreference } from './preference.ts'
import { readPast, readWaiting } from './read-waiting.ts'
import { isAfter } from './rhythm.ts'
import { readerOf } from './send-batch.ts'

const NAMES_MAX = 5

export async function requirePreference(ctx: Ctx): Promise<Preference> {
  const preference = await readPreference(ctx.db, ctx.viewer.personId)
  if (preference === undefined)
    throw refusal('not-found', 'no-such-person', 'You do not exist here any more.')
  return preference
}

export async function settingsReply(ctx: Ctx): Promise<NoticeSettingsReply> {
  const { personId } = ctx.viewer
  const preference = await requirePreference(ctx)
  const { settings, timeZone, profileZone, reach, browserCount, hasAnswered } = preference
  const chosen = await readChosenSources(ctx.db, personId)
  const people = await personRefs(ctx.db, [...chosen.mayInterrupt, ...chosen.mutedPeople])
  const refsOf = (ids: readonly PersonId[]) => byName(ids.flatMap((id) => people.get(id) ?? []))
  return {
    ...{ settings, zone: timeZone, profileZone, hasMail: reach.hasMail, browserCount },
    mayInterrupt: refsOf(chosen.mayInterrupt),
    mutedPeople: refsOf(chosen.mutedPeople),
    mutedSpaces: byName(chosen.mutedSpaces),
    everyPostOf: byName(chosen.everyPostOf),
    asks: settings.isHalved && !hasAnswered,
    next: await nextOf(ctx, preference),
  }
}

function byName<Named extends PersonRef | SpaceRef>(refs: readonly Named[]): Named[] {
  return refs.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

type Sources = {
  mayInterrupt: PersonId[]
  mutedPeople: PersonId[]
  mutedSpaces: SpaceRef[]
  everyPostOf: SpaceRef[]
}

/** The people and spaces that somebody chose; spaces that they may not read any more are not named. */
async function readChosenSources(db: Db, personId: PersonId): Promise<Sources> {
  const found = await sql<Sources>`
    select
      (select coalesce(array_agg(i.by_id::text), '{}') from notices.may_interrupt i
        where i.person_id = ${personId}) as "mayInterrupt",
      (select coalesce(array_agg(m.target_id::text), '{}') from notices.muted m
        where m.person_id = ${personId} and m.what = 'person') as "mutedPeople",
      (select coalesce(json_agg(s.ref), '[]') from spaces.spaces_for(${personId}, array(
        select m.target_id from notices.muted m where m.person_id = ${personId} and m.what = 'space'
      )) s) as "mutedSpaces",
      (select coalesce(json_agg(s.ref), '[]') from spaces.spaces_for(${personId}, array(
        select e.space_id from notices.every_post e where e.person_id = ${personId}
      )) s) as "everyPostOf"`.execute(db)
  return found.rows[0] ?? { mayInterrupt: [], mutedPeople: [], mutedSpaces: [], everyPostOf: [] }
}

/** What would be sent next, were nothing read before; null when nothing waits or nothing leaves the page. */
async function nextOf(ctx: Ctx, preference: Preference): Promise<NoticeSettingsReply['next']> {
  const { db, now, viewer } = ctx
  const reader = readerOf(preference, await readPast(db, viewer.personId))
  const waiting = await readWaiting(db, { personId: viewer.personId, channels: reader.channels, now })
  const looked = planFor(reader, waiting, now)
  const at = looked.sending === undefined ? looked.lookAgainAt : now
  const sending = looked.sending ?? (at && planFor(reader, waiting, at).sending)
  if (at === undefined || sending === undefined) return null
  const going = sending.items.map(({ postId }) => postId)
  const rows = waiting.filter(({ postId }) => going.includes(postId)).map(({ row }) => row)
  return {
    at: (isAfter(at, now) ? at : now).toString(),
    channel: sending.channel,
    count: sending.items.length,
    names: rows.slice(0, NAMES_MAX).map(({ title, space }) => title ?? space.name),
  }
}
