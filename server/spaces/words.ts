// Rules of what is said: who may change it, and whom it mentions. Pure.
import type { PersonId, PostId, ReplyId, SaidId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

const MENTION =
  /@\[[^\]\n]{1,120}\]\(person:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g
const MENTIONS_MAX = 50
/** How long a deletion can be taken back. */
export const UNDO_MINUTES = 10

/** A post or a reply is something said. */
export function asSaid(id: PostId | ReplyId): SaidId {
  return id as string as SaidId
}

/** Everybody mentioned in a body, each once, at most fifty: more come only out of archives. */
export function mentionedIn(body: string): PersonId[] {
  return [...idsIn(body)].slice(0, MENTIONS_MAX) as PersonId[]
}

export function countMentioned(body: string): number {
  return idsIn(body).size
}

function idsIn(body: string): Set<string> {
  return new Set([...body.matchAll(MENTION)].flatMap(([, id]) => id ?? []))
}

export function whyNotMention(count: number): Refusal | undefined {
  if (count <= MENTIONS_MAX) return undefined
  return refusal(
    'invalid',
    'too-many-mentions',
    'This mentions {count} people. Mention at most {most}; in a space everybody there reads it.',
    { count, most: MENTIONS_MAX },
  )
}

/** So deep replies may answer replies; nobody could follow further. */
export const REPLY_DEPTH_MAX = 100

export function whyNotAnswer(depth: number): Refusal | undefined {
  if (depth < REPLY_DEPTH_MAX) return undefined
  return refusal(
    'conflict',
    'too-deep',
    'Here are {count} replies to replies already. Reply to the post, or to an earlier reply.',
    { count: REPLY_DEPTH_MAX },
  )
}

const NOT_A_TOPIC =
  /```[\s\S]*?(?:```|$(?![\s\S]))|~~~[\s\S]*?(?:~~~|$(?![\s\S]))|(`+)[^`][\s\S]*?\1|^(?: {4}|\t).*$|\[[^\]\n]*\]\([^)\n]*\)|<[^>\s]+>|(?:https?:\/\/|www\.)\S+/gm
const TOPIC =
  /(?<![\p{L}\p{M}\p{N}#&/\\_])#([\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}_-]{0,58}[\p{L}\p{M}\p{N}])?)(?![\p{L}\p{M}\p{N}_])/gu
const TOPICS_MAX = 20

/** The topics that a body names, in lower case, each once: `#word`, unless it stands in code or in a link. */
export function topicsIn(body: string): string[] {
  if (!body.includes('#')) return []
  const topics = new Set<string>()
  for (const [, topic = ''] of body.replace(NOT_A_TOPIC, ' ').matchAll(TOPIC)) {
    if (/\p{L}/u.test(topic) && topics.size < TOPICS_MAX) topics.add(topicName(topic))
  }
  return [...topics]
}

/** A topic as it is kept and compared. */
export function topicName(written: string): string {
  return written.normalize('NFC').toLowerCase()
}

/** The Markdown of a mention; brackets in the name would end it early. */
export function mentionOf(person: { id: string; name: string }): string {
  return `@[${person.name.replace(/[[\]\n]/g, ' ')}](person:${person.id})`
}

type Gone = { isDeleted: boolean; isHidden: boolean }

/** How words are gone, and the code of what cannot be done with them; undefined for those that stand. */
function howGone({ isDeleted, isHidden }: Gone): { how: string; code: string } | undefined {
  if (!isDeleted) return undefined
  return isHidden ? { how: 'hidden', code: 'words-hidden' } : { how: 'deleted', code: 'words-deleted' }
}

export function whyNotReply({
  lockedFor,
  ...thread
}: Gone & { lockedFor: string | undefined }): Refusal | undefined {
  if (thread.isDeleted) {
    return refusal(
      'conflict',
      'thread-ended',
      'The post {how, select, hidden {is hidden} other {was deleted}}, so nothing can be added to its thread.',
      { how: thread.isHidden ? 'hidden' : 'deleted' },
    )
  }
  if (lockedFor === undefined) return undefined
  return refusal('conflict', 'thread-locked', 'This thread is locked: {lockedFor}', { lockedFor })
}

export function whyNotReact(said: Gone): Refusal | undefined {
  const gone = howGone(said)
  if (gone === undefined) return undefined
  return refusal(
    'conflict',
    gone.code,
    'This {how, select, hidden {is hidden by a keeper} other {was deleted}}, so nobody can react to it.',
    { how: gone.how },
  )
}

export function whyNotSave(said: Gone): Refusal | undefined {
  const gone = howGone(said)
  if (gone === undefined) return undefined
  return refusal(
    'conflict',
    gone.code,
    'This {how, select, hidden {is hidden by a keeper} other {was deleted}}, so it cannot be saved.',
    { how: gone.how },
  )
}

const NOTHING_EARLIER = Temporal.Instant.fromEpochMilliseconds(0)

/** An instant that somebody gave, but none that is still to come, and none before there were computers to keep it. */
export function pastInstant(given: string, now: Temporal.Instant): Temporal.Instant {
  const at = Temporal.Instant.from(given)
  if (Temporal.Instant.compare(at, now) > 0) return now
  return Temporal.Instant.compare(at, NOTHING_EARLIER) < 0 ? NOTHING_EARLIER : at
}

type Held = Gone & { authorId: PersonId }

export function whyNotEdit(said: Held, viewerId: PersonId): Refusal | undefined {
  const gone = howGone(said)
  if (gone !== undefined) {
    return refusal(
      'conflict',
      gone.code,
      'This {how, select, hidden {is hidden by a keeper} other {was deleted}}, so it cannot be changed.',
      { how: gone.how },
    )
  }
  if (said.authorId !== viewerId)
    return refusal('forbidden', 'not-your-words', 'Only its author can change this.')
  return undefined
}

export function whyNotDelete(
  said: Held,
  who: { viewerId: PersonId; isKeeper: boolean },
): Refusal | undefined {
  if (said.isHidden) {
    return refusal('conflict', 'words-hidden', 'This is hidden by a keeper, so it cannot be deleted.')
  }
  if (said.isDeleted) return refusal('conflict', 'words-deleted', 'This is deleted already.')
  if (said.authorId !== who.viewerId && !who.isKeeper) {
    return refusal('forbidden', 'not-your-words', 'Only its author or a keeper of the space can delete this.')
  }
  return undefined
}

export function whyNotRestore(
  said: Held,
  {
    viewerId,
    deletedAt,
    now,
  }: { viewerId: PersonId; deletedAt: Temporal.Instant | undefined; now: Temporal.Instant },
): Refusal | undefined {
  if (said.isHidden) {
    return refusal(
      'conflict',
      'words-hidden',
      'This is hidden by a keeper, so its author cannot bring it back. Ask for it to be looked at again.',
    )
  }
  if (deletedAt === undefined) return refusal('conflict', 'words-stand', 'This is not deleted.')
  if (said.authorId !== viewerId)
    return refusal('forbidden', 'not-your-words', 'Only its author can bring this back.')
  if (Temporal.Instant.compare(now, deletedAt.add({ minutes: UNDO_MINUTES })) > 0) {
    return refusal('conflict', 'undo-over', 'A deletion can be taken back for {minutes} minutes.', {
      minutes: UNDO_MINUTES,
    })
  }
  return undefined
}
