// The identities and small pictures of things that several rooms speak of.
import { z } from 'zod'

export const PersonId = z.uuid().brand<'PersonId'>()
export type PersonId = z.output<typeof PersonId>
export const SpaceId = z.uuid().brand<'SpaceId'>()
export type SpaceId = z.output<typeof SpaceId>
export const PostId = z.uuid().brand<'PostId'>()
export type PostId = z.output<typeof PostId>
export const ReplyId = z.uuid().brand<'ReplyId'>()
export type ReplyId = z.output<typeof ReplyId>
/** A post or a reply: whatever somebody said. */
export const SaidId = z.uuid().brand<'SaidId'>()
export type SaidId = z.output<typeof SaidId>
export const FileId = z.uuid().brand<'FileId'>()
export type FileId = z.output<typeof FileId>
export const BriefId = z.uuid().brand<'BriefId'>()
export type BriefId = z.output<typeof BriefId>
/** Office hours: one slot of somebody's. */
export const HoursId = z.uuid().brand<'HoursId'>()
export type HoursId = z.output<typeof HoursId>

/** An instant in ISO 8601 with an offset, as PostgreSQL and `Temporal.Instant` write it. */
export const At = z.iso.datetime({ offset: true })

export const Role = z.enum(['executive', 'delegate', 'steward', 'administrator', 'reverse-mentor', 'guest'])
export type Role = z.output<typeof Role>

export const PersonRef = z
  .object({
    id: PersonId,
    name: z.string(),
    title: z.string().nullable(),
    unit: z.string().nullable(),
    location: z.string().nullable(),
    /** False for those who left and for authors known only from an archive. */
    isActive: z.boolean(),
    /** The organisation that a guest comes from, empty where nobody said; null for those of the house. */
    guestOf: z.string().nullable(),
  })
  .meta({ id: 'PersonRef' })
export type PersonRef = z.output<typeof PersonRef>

export const Visibility = z.enum(['open', 'closed', 'private'])
export type Visibility = z.output<typeof Visibility>

export const SpaceRef = z
  .object({
    id: SpaceId,
    /** Private conversations have no name of their own and are named by their members. */
    name: z.string(),
    visibility: Visibility,
    isConversation: z.boolean(),
  })
  .meta({ id: 'SpaceRef' })
export type SpaceRef = z.output<typeof SpaceRef>

/** What a write answers that has nothing to show. */
export const Done = z.object({ done: z.literal(true) })
export type Done = z.output<typeof Done>
