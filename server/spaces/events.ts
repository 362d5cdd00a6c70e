// What the spaces tell other rooms of, beside that something was written.
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { News } from '#platform/journal'

type About = { saidId: SaidId; at: Temporal.Instant }

/** Something said mentions somebody whom it did not mention before. Replies are told of as written. */
export function peopleMentioned({ saidId, at }: About): News {
  return { name: 'spaces/people-mentioned', facts: { saidId, at: at.toString() } }
}

/** Somebody thanked for something said. */
export function thanked({ saidId, at }: About): News {
  return { name: 'spaces/thanked', facts: { saidId, at: at.toString() } }
}

/** A post was written that its space is to see. */
export function announced({ postId, at }: { postId: PostId; at: Temporal.Instant }): News {
  return { name: 'spaces/announced', facts: { postId, at: at.toString() } }
}

type Unposted = { scheduledId: string; authorId: PersonId; at: Temporal.Instant }

/** The time of a post came, and it could not be posted; it is kept for its author. */
export function scheduleRefused({ scheduledId, authorId, at }: Unposted): News {
  return { name: 'spaces/schedule-refused', facts: { scheduledId, authorId, at: at.toString() } }
}
