// What somebody chose of how notices reach them, and what stands where they chose nothing. Pure.
import type { NoticeSettings } from '#contract/notices'
import type { Role } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'
import type { Channels } from './batches.ts'
import { isQuietTime, type Rhythm } from './rhythm.ts'

/** What somebody chose; null where they chose nothing. */
export type Chosen = { [Name in keyof NoticeSettings]: NoticeSettings[Name] | null }

/** By what somebody can be reached outside the page. */
export type Reach = { hasMail: boolean; hasPush: boolean }

const FALLBACK_TIME_ZONE = 'UTC'

/**
 * The settings that hold. By default executives get two batches a day and all others one, on working days, and nothing
 * comes between seven in the evening and seven in the morning. Whoever has a browser that takes pushes gets those first
 * and mail second; all others mail alone.
 */
export function settingsOf(
  chosen: Partial<Chosen>,
  { roles, reach }: { roles: readonly Role[]; reach: Reach },
): NoticeSettings {
  const first = chosen.first ?? (reach.hasPush ? 'push' : 'mail')
  return {
    first,
    second: chosen.second ?? (first === 'push' ? 'mail' : 'none'),
    weekdays: chosen.weekdays ?? [1, 2, 3, 4, 5],
    times: chosen.times ?? (roles.includes('executive') ? ['08:00', '16:00'] : ['08:00']),
    quietFrom: chosen.quietFrom ?? '19:00',
    quietUntil: chosen.quietUntil ?? '07:00',
    isTravelling: chosen.isTravelling ?? false,
    pushSaysWhat: chosen.pushSaysWhat ?? false,
    isHalved: chosen.isHalved ?? false,
  }
}

/** The channels that really reach somebody: what was chosen, as far as it leads anywhere. */
export function channelsOf({ first, second }: NoticeSettings, { hasMail, hasPush }: Reach): Channels {
  const leads = (channel: 'mail' | 'push') => (channel === 'mail' ? hasMail : hasPush)
  const known = second !== 'none' && leads(second) ? second : 'none'
  if (first === 'in-app' || leads(first)) return { first, second: known === first ? 'none' : known }
  // A browser that was chosen and takes no pushes any more must not make somebody miss everything.
  const other = first === 'push' ? 'mail' : 'push'
  return { first: leads(other) ? other : 'in-app', second: 'none' }
}

/** Where what cannot wait goes: where somebody hears it soonest. */
export function urgentChannelOf({ hasMail, hasPush }: Reach): 'mail' | 'push' | undefined {
  if (hasPush) return 'push'
  return hasMail ? 'mail' : undefined
}

type Zones = { profileZone: string | null; deviceZone: string | null }

/** The zone that counts: on a journey the device's; else the profile's, and the device's where that names none. */
export function zoneOf({ isTravelling }: NoticeSettings, { profileZone, deviceZone }: Zones): string {
  const [first, second] = isTravelling ? [deviceZone, profileZone] : [profileZone, deviceZone]
  return first ?? second ?? FALLBACK_TIME_ZONE
}

export function rhythmOf(settings: NoticeSettings, timeZone: string): Rhythm {
  const { weekdays, times, quietFrom, quietUntil } = settings
  return { timeZone, weekdays, times, quiet: { from: quietFrom, until: quietUntil } }
}

/** Why these settings would never let a batch go at one of its times. */
export function whyNotSettings({ times, quietFrom, quietUntil }: NoticeSettings): Refusal | undefined {
  const within = times.find((time) => isQuietTime(time, { from: quietFrom, until: quietUntil }))
  if (within === undefined) return undefined
  return refusal(
    'invalid',
    'batch-in-quiet-hours',
    'A batch at {within} would fall into your quiet hours, {quietFrom} to {quietUntil}. Change one of them.',
    { within, quietFrom, quietUntil },
  )
}
