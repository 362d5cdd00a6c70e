// The door of spaces: what other rooms may use.
export {
  type ArchivedWordsRow,
  addArchivedWords,
  findKnownWords,
  refreshWordCounts,
} from './archive-words.ts'
export { type ArchivedSpaceRow, addArchivedSpaces, conversationIdOf } from './archived-spaces.ts'
export { mayReadThread, readCardWords } from './card-words.ts'
export { spacesCards } from './cards.ts'
export { attachArchivedFiles } from './files/attach-archived-files.ts'
export { filesJobs } from './files/jobs.ts'
export { type FileFromElsewhere, keepFile } from './files/keep-file.ts'
export { filesRoutes } from './files/routes.ts'
export { deleteWords } from './delete-words.ts'
export { spacesJobs } from './jobs.ts'
export { spacesLive } from './live.ts'
export { addPlannedSpaces, type PlannedSpace } from './planned-spaces.ts'
export { react } from './react.ts'
export { type Reassignment, reassignWords } from './reassign-words.ts'
export { spacesRoutes } from './routes.ts'
export { keepWords } from './save-words.ts'
export { takeBackReaction } from './take-back-reaction.ts'
export { unsaveWords } from './unsave-words.ts'
export { asSaid, mentionOf } from './words.ts'
export { addReply } from './write-reply.ts'
