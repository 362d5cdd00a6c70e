// How notices reach somebody when they are not at the page: in batches, at their own times.
import { z } from 'zod'
import { At, PersonRef, SpaceRef } from './ref.ts'

/** A time on a clock, such as 07:30. */
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Write a time such as 07:30.')
const TIMES_MAX = 4

export const NoticeSettings = z
  .object({
    /** What is tried first. In-app means: nothing leaves the page. */
    first: z.enum(['in-app', 'mail', 'push']),
    /** What is tried when the first stays unseen for two hours. */
    second: z.enum(['none', 'mail', 'push']),
    /** Working days; 1 is Monday. On all others nothing comes. */
    weekdays: z.array(z.number().int().min(1).max(7)).max(7),
    /** When batches go, in the zone that counts. */
    times: z.array(ClockTime).min(1).max(TIMES_MAX),
    /** Nothing comes from here ... */
    quietFrom: ClockTime,
    /** ... until here; the same time twice means that no hours are quiet. */
    quietUntil: ClockTime,
    /** While it is on, the zone of the device counts and not that of the profile. */
    isTravelling: z.boolean(),
    /** Whether a push says what it is about, which others may read on a locked screen. */
    pushSaysWhat: z.boolean(),
    /** Whether only every other batch goes. Foyer sets it when three in a row stayed unopened. */
    isHalved: z.boolean(),
  })
  .meta({ id: 'NoticeSettings' })
export type NoticeSettings = z.output<typeof NoticeSettings>

/** What would come next if nothing were read before. */
const NextBatch = z.object({
  at: At,
  channel: z.enum(['mail', 'push']),
  count: z.number().int().min(1),
  /** Of the first threads in it. */
  names: z.array(z.string()).min(1),
})

export const NoticeSettingsReply = z.object({
  settings: NoticeSettings,
  /** The zone that counts now, and the one that the profile names. */
  zone: z.string(),
  profileZone: z.string().nullable(),
  /** Whether Foyer knows an address at which this person reads mail, and how many of their browsers take pushes. */
  hasMail: z.boolean(),
  browserCount: z.number().int().min(0),
  /** Who may reach you in quiet hours with a deadline. */
  mayInterrupt: z.array(PersonRef),
  /** Of whom you hear less. */
  mutedSpaces: z.array(SpaceRef),
  mutedPeople: z.array(PersonRef),
  /** Of which you hear of every post. */
  everyPostOf: z.array(SpaceRef),
  /** Whether you are asked if half as often is right for you. */
  asks: z.boolean(),
  next: NextBatch.nullable(),
})
export type NoticeSettingsReply = z.output<typeof NoticeSettingsReply>
