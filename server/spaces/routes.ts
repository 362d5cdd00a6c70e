import { spaces } from '#contract/spaces'
import { on, type Route } from '#platform/gate'
import { createSpace } from './create-space.ts'
import { deleteWords } from './delete-words.ts'
import { editWords } from './edit-words.ts'
import { follow } from './follow.ts'
import { getFeed } from './get-feed.ts'
import { getSpace } from './get-space.ts'
import { getThread } from './get-thread.ts'
import { invitePerson } from './invite-person.ts'
import { joinSpace } from './join-space.ts'
import { leaveSpace } from './leave-space.ts'
import { listFollows } from './list-follows.ts'
import { listMembers } from './list-members.ts'
import { listPosts } from './list-posts.ts'
import { listPostsOf } from './list-posts-of.ts'
import { listSpaces } from './list-spaces.ts'
import { listVersions } from './list-versions.ts'
import { react } from './react.ts'
import { restoreWords } from './restore-words.ts'
import { search } from './search.ts'
import { takeBackReaction } from './take-back-reaction.ts'
import { unfollow } from './unfollow.ts'
import { updateSpace } from './update-space.ts'
import { writePost } from './write-post.ts'
import { writeReply } from './write-reply.ts'

export const spacesRoutes: Route[] = [
  on(spaces.listSpaces, listSpaces),
  on(spaces.getSpace, getSpace),
  on(spaces.listMembers, listMembers),
  on(spaces.createSpace, createSpace),
  on(spaces.updateSpace, updateSpace),
  on(spaces.joinSpace, joinSpace),
  on(spaces.leaveSpace, leaveSpace),
  on(spaces.invitePerson, invitePerson),
  on(spaces.getFeed, getFeed),
  on(spaces.listPosts, listPosts),
  on(spaces.listPostsOf, listPostsOf),
  on(spaces.getThread, getThread),
  on(spaces.writePost, writePost),
  on(spaces.writeReply, writeReply),
  on(spaces.editWords, editWords),
  on(spaces.deleteWords, deleteWords),
  on(spaces.restoreWords, restoreWords),
  on(spaces.listVersions, listVersions),
  on(spaces.react, react),
  on(spaces.takeBackReaction, takeBackReaction),
  on(spaces.follow, follow),
  on(spaces.unfollow, unfollow),
  on(spaces.listFollows, listFollows),
  on(spaces.search, search),
]
