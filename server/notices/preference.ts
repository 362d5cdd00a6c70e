// What somebody chose of how notices reach them, with what else decides it: their roles, zones and ways.
import { sql } from 'kysely'
import type { Language } from '#contract/language'
import type { NoticeSettings } from '#contract/notices'
import type { PersonId, Role } from '#contract/ref'
import type { Db } from '#platform/db'
import { type Chosen, type Reach, settingsOf, zoneOf } from './settings.ts'

export type Preference = {
  settings: NoticeSettings
  /** In which letters and pushes speak. */
  language: Language
  /** What counts, what the profile says, and what a device of theirs last said. */
  timeZone: string
  profileZone: string | null
  deviceZone: string | null
  reach: Reach
  browserCount: number
  /** Whether a letter asked them if half as often is right, and whether they have answered. */
  wasAsked: boolean
  hasAnswered: boolean
  /** When they last changed what they want, or their zone changed. */
  choseAt: Temporal.Instant | undefined
}

type Row = Chosen & {
  personId: PersonId
  roles: Role[]
  language: Language | null
  profileZone: string | null
  deviceZone: string | null
  hasMail: boolean
  browserCount: number
  wasAsked: boolean | null
  hasAnswered: boolean | null
  choseAt: Temporal.Instant | null
}

/** Undefined for somebody unknown or gone: nothing is sent to them. */
export async function readPreference(db: Db, personId: PersonId): Promise<Preference | undefined> {
  return (await readPreferences(db, [personId])).get(personId)
}

/** Those of many people; who is unknown or gone is left out. */
export async function readPreferences(
  db: Db,
  personIds: readonly PersonId[],
): Promise<Map<PersonId, Preference>> {
  const found = await sql<Row>`
    select who.id as "personId", p.first_channel as first, p.second_channel as second, p.weekdays, p.times, p.quiet_from as "quietFrom",
      p.quiet_until as "quietUntil", p.is_travelling as "isTravelling", p.push_says_what as "pushSaysWhat",
      p.is_halved as "isHalved", p.was_asked as "wasAsked", p.device_zone as "deviceZone",
      p.has_answered as "hasAnswered", p.chose_at as "choseAt", who.roles, who.language, who.time_zone as "profileZone", people.reads_mail(who.id) as "hasMail",
      (select count(*)::int from notices.push_subscription s where s.person_id = who.id) as "browserCount"
    from people.standing who left join notices.preference p on p.person_id = who.id
    where who.id = any (${personIds}::uuid[]) and who.is_active`.execute(db)
  return new Map(found.rows.map((row) => [row.personId, preferenceOf(row)]))
}

function preferenceOf(row: Row): Preference {
  const { roles, profileZone, deviceZone, hasMail, browserCount } = row
  const reach = { hasMail, hasPush: browserCount > 0 }
  const settings = settingsOf(row, { roles, reach })
  return {
    language: row.language ?? 'en',
    ...{ settings, profileZone, deviceZone, reach, browserCount },
    timeZone: zoneOf(settings, { profileZone, deviceZone }),
    wasAsked: row.wasAsked ?? false,
    hasAnswered: row.hasAnswered ?? false,
    choseAt: row.choseAt ?? undefined,
  }
}

const COLUMNS: Record<keyof NoticeSettings, string> = {
  first: 'first_channel',
  second: 'second_channel',
  weekdays: 'weekdays',
  times: 'times',
  quietFrom: 'quiet_from',
  quietUntil: 'quiet_until',
  isTravelling: 'is_travelling',
  pushSaysWhat: 'push_says_what',
  isHalved: 'is_halved',
}

/** Keeps what was chosen, and leaves all else as it was. */
export async function writeChosen(
  db: Db,
  personId: PersonId,
  chosen: Partial<NoticeSettings>,
): Promise<void> {
  await sql`insert into notices.preference (person_id) values (${personId}) on conflict do nothing`.execute(
    db,
  )
  const given = Object.keys(COLUMNS) as (keyof NoticeSettings)[]
  const set = given.flatMap((name) =>
    chosen[name] === undefined ? [] : [sql`${sql.ref(COLUMNS[name])} = ${chosen[name]}`],
  )
  if (set.length === 0) return
  await sql`update notices.preference set ${sql.join(set)} where person_id = ${personId}`.execute(db)
}

/** Notes that somebody was asked if half as often is right, or that they answered. */
export async function noteHalved(
  db: Db,
  personId: PersonId,
  what: 'was_asked' | 'has_answered',
): Promise<void> {
  await sql`update notices.preference set ${sql.ref(what)} = true where person_id = ${personId}`.execute(db)
}

/** Keeps the zone of a device. */
export async function writeDeviceZone(db: Db, personId: PersonId, zone: string): Promise<void> {
  await sql`
    insert into notices.preference (person_id, device_zone) values (${personId}, ${zone})
    on conflict (person_id) do update set device_zone = excluded.device_zone`.execute(db)
}

/** Looks at somebody's notices anew, as they chose otherwise: from now on, not for what was to go before. */
export async function noteChoice(db: Db, personId: PersonId, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into notices.preference (person_id, chose_at) values (${personId}, ${now})
    on conflict (person_id) do update set chose_at = excluded.chose_at`.execute(db)
  await sql`
    insert into notices.due as d (person_id, at) values (${personId}, ${now})
    on conflict (person_id) do update set at = least(d.at, excluded.at)`.execute(db)
}
