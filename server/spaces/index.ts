// The door of spaces: what other rooms may use.
export { requireReadableSpace, requireSpace, requireThread } from './access.ts'
export { listAgreeing } from './agreeing.ts'
export { type AlikeQuestion, findAlikeQuestions } from './alike/find-alike.ts'
export { type AnswerGiven, listAnswersGiven } from './answers-given.ts'
export {
  type ArchivedWordsRow,
  addArchivedWords,
  findKnownWords,
  letBeNewSince,
  refreshWordCounts,
} from './archive-words.ts'
export {
  addArchivedReactions,
  type GivenReaction,
  pinArchivedPosts,
} from './archived-reactions.ts'
export {
  type ArchivedSpaceRow,
  addArchivedSpaces,
  conversationIdOf,
} from './archived-spaces.ts'
export { cameCards } from './came-cards.ts'
export { mayReadThread, readCardWords } from './card-words.ts'
export { spacesCards } from './cards.ts'
export { carryOn } from './carried-on.ts'
export { deleteWords } from './delete-words.ts'
export { spacesOwnData } from './export.ts'
export { attachArchivedFiles } from './files/attach-archived-files.ts'
export { filesJobs } from './files/jobs.ts'
export { keepFile } from './files/keep-file.ts'
export { filesRoutes } from './files/routes.ts'
export { follow } from './follow.ts'
export { helpCards } from './help-cards.ts'
export { spacesJobs } from './jobs.ts'
export { endScheduled, listOnlyKeeping, passOnKeeping } from './keeping.ts'
export { bringInMember, lendPlaces, takeOutMember } from './lend-places.ts'
export { spacesLive } from './live.ts'
export { findMentionsAnew, renameMentions } from './mention-names.ts'
export { refuseTooMuch } from './moderation/refuse-too-much.ts'
export { addPlannedSpaces, type PlannedSpace } from './planned-spaces.ts'
export { previewsJobs } from './previews/jobs.ts'
export { react } from './react.ts'
export { type Reassignment, reassignWords } from './reassign-words.ts'
export {
  listThreadWords,
  removeEmptySpaces,
  removeFollows,
  removeLooseFiles,
  removeMembers,
  removeReactions,
  removeWords,
} from './remove-archived.ts'
export { spacesRoutes } from './routes.ts'
export { keepWords } from './save-words.ts'
export { scheduledJobs } from './scheduled/jobs.ts'
export { search } from './search.ts'
export { addSeen } from './seen.ts'
export { takeBackReaction } from './take-back-reaction.ts'
export { unfollow } from './unfollow.ts'
export { unsaveWords } from './unsave-words.ts'
export {
  isOpenSpace,
  isReadByMany,
  postUnsigned,
  replyUnsigned,
  whyNotAddUnsigned,
  whyNotUnsigned,
} from './unsigned.ts'
export { asSaid, mentionedIn, mentionOf, pastInstant, whyNotReply } from './words.ts'
export { findWorthPosts, readPostCards, type WorthPost } from './worth-candidates.ts'
export { writePost } from './write-post.ts'
export { addReply } from './write-reply.ts'
