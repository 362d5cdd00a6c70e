// The door of spaces: what other rooms may use.
export { spacesCards } from './cards.ts'
export { deleteWords } from './delete-words.ts'
export { spacesJobs, spacesListeners } from './jobs.ts'
export { react } from './react.ts'
export { spacesRoutes } from './routes.ts'
export { takeBackReaction } from './take-back-reaction.ts'
export { asSaid, mentionOf } from './words.ts'
export { addReply } from './write-reply.ts'
