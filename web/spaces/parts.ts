// What the spaces need of other rooms of the page. The shell hands it over, as rooms meet nowhere else.
import type { ComponentType, ReactNode } from 'react'
import type { QuestionStanding } from '#contract/answers'
import type { PersonRef, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import type { Space } from '#contract/spaces'
import type { MenuItem } from '#ui/menu'

export type SpacesParts = {
  PersonPicker: ComponentType<{ label: string; onPick: (person: PersonRef) => void; startsFocused?: boolean }>
  /** Counts the seconds for which its children are in view, and notes the reading for the reader alone. */
  Reading: ComponentType<{ saidId: SaidId; children: ReactNode }>
  /** For keepers of a porous space: inviting guests, and looking as one. */
  GuestDoor: ComponentType<{ space: Space }>
  /** Switches the notices of a thread. */
  ThreadBell: ComponentType<{ postId: PostId }>
  /** What in a thread needs an answer by a time: what its author may do about that, and what stands on top of it. */
  useDeadlines: (postId: PostId) => {
    deedsOf: (words: Post | Reply) => MenuItem[]
    banner: ReactNode
  }
  /** How the question of a thread stands, what may be done with each reply because of it, and the mark on its answer. */
  useQuestion: (
    postId: PostId,
    post: Post | undefined,
  ) => {
    standing: QuestionStanding | undefined
    deedsOf: (reply: Reply) => MenuItem[]
    markOf: (reply: Reply) => ReactNode
  }
  QuestionPanel: ComponentType<{ standing: QuestionStanding | undefined }>
  /** By when those who are asked in a thread answer. */
  AnswersBy: ComponentType<{ postId: PostId; said: readonly Pick<Post | Reply, 'id' | 'body'>[] }>
  /** What stands above the replies to an anonymous question. */
  AskerBox: ComponentType<{ post: Post; replies: readonly Reply[] }>
  /** The reader's own address for posts by mail. */
  SpaceAddress: ComponentType<{ spaceId: SpaceId }>
  /** Chooses how much one hears of a space. */
  SpaceBell: ComponentType<{ spaceId: SpaceId }>
}

/** What the page of a space needs of them. */
export type SpacePageParts = Pick<SpacesParts, 'PersonPicker' | 'SpaceBell' | 'GuestDoor' | 'SpaceAddress'>
