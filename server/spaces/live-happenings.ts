// What the spaces tell open pages of: the name of each happening and the ids that its words are looked up by.
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Happening } from '#platform/live-happening'

type Words = { saidId: SaidId; postId: PostId; spaceId: SpaceId }

/** A happening as it comes back from the database. */
export type SpacesHappening = Words & {
  what: 'spaces/words-written' | 'spaces/words-changed' | 'spaces/reactions-changed'
  authorId: PersonId
}

/** A post or a reply is there that was not. */
export function wordsWritten(words: Words & { authorId: PersonId }): Happening {
  return { what: 'spaces/words-written', ...only(words), authorId: words.authorId }
}

/** Something said reads otherwise, is deleted, is back, or bears another mark that all see. */
export function wordsChanged(words: Words): Happening {
  return { what: 'spaces/words-changed', ...only(words) }
}

export function reactionsChanged(words: Words): Happening {
  return { what: 'spaces/reactions-changed', ...only(words) }
}

/** Callers hold more than these; words must not go into what is told. */
function only({ saidId, postId, spaceId }: Words): Words {
  return { saidId, postId, spaceId }
}
