// What the spaces tell other rooms of, beside that something was written.
import type { SaidId } from '#contract/ref'
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
