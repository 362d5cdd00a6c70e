import { spaces } from '#contract/spaces'
import { on, type Route } from '#platform/gate'
import { announcementsRoutes } from './announcements/routes.ts'
import { createSpace } from './create-space.ts'
import { deleteWords } from './delete-words.ts'
import { editWords } from './edit-words.ts'
import { follow } from './follow.ts'
import { getFeed } from './get-feed.ts'
import { getNews } from './get-news.ts'
import { getSpace } from './get-space.ts'
import { getThread } from './get-thread.ts'
import { groupsRoutes } from './groups/routes.ts'
import { invitePerson } from './invite-person.ts'
import { joinSpace } from './join-space.ts'
import { makeKeeper } from './keeping.ts'
import { leaveSpace } from './leave-space.ts'
import { listFollows } from './list-follows.ts'
import { listMembers } from './list-members.ts'
import { listPinned } from './list-pinned.ts'
import { listPosts } from './list-posts.ts'
import { listPostsOf } from './list-posts-of.ts'
import { listSaved } from './list-saved.ts'
import { listSpaces } from './list-spaces.ts'
import { listVersions } from './list-versions.ts'
import { lookUp } from './look-up.ts'
import { markAllSeen } from './mark-all-seen.ts'
import { markSeen } from './mark-seen.ts'
import { moderationRoutes } from './moderation/routes.ts'
import { pinPost } from './pin-post.ts'
import { pollsRoutes } from './polls/routes.ts'
import { previewsRoutes } from './previews/routes.ts'
import { react } from './react.ts'
import { restoreWords } from './restore-words.ts'
import { saveWords } from './save-words.ts'
import { scheduledRoutes } from './scheduled/routes.ts'
import { search } from './search.ts'
import { sharingRoutes } from './sharing/routes.ts'
import { suggestTopics } from './suggest-topics.ts'
import { takeBackAllSeen } from './take-back-all-seen.ts'
import { takeBackReaction } from './take-back-reaction.ts'
import { topicsRoutes } from './topics/routes.ts'
import { unfollow } from './unfollow.ts'
import { unpinPost } from './unpin-post.ts'
import { unsaveWords } from './unsave-words.ts'
import { updateSpace } from './update-space.ts'
import { writePost } from './write-post.ts'
import { writeReply } from './write-reply.ts'

export const spacesRoutes: Route[] = [
  ...topicsRoutes,
  ...sharingRoutes,
  ...groupsRoutes,
  on(spaces.listSpaces, listSpaces),
  on(spaces.getSpace, getSpace),
  on(spaces.listMembers, listMembers),
  on(spaces.createSpace, createSpace),
  on(spaces.updateSpace, updateSpace),
  on(spaces.joinSpace, joinSpace),
  on(spaces.leaveSpace, leaveSpace),
  on(spaces.invitePerson, invitePerson),
  on(spaces.makeKeeper, makeKeeper),
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
  on(spaces.getNews, getNews),
  on(spaces.markSeen, markSeen),
  on(spaces.markAllSeen, markAllSeen),
  on(spaces.takeBackAllSeen, takeBackAllSeen),
  on(spaces.pinPost, pinPost),
  on(spaces.unpinPost, unpinPost),
  on(spaces.listPinned, listPinned),
  on(spaces.saveWords, saveWords),
  on(spaces.unsaveWords, unsaveWords),
  on(spaces.listSaved, listSaved),
  on(spaces.search, search),
  on(spaces.lookUp, lookUp),
  on(spaces.suggestTopics, suggestTopics),
  ...pollsRoutes,
  ...moderationRoutes,
  ...previewsRoutes,
  ...scheduledRoutes,
  ...announcementsRoutes,
]
