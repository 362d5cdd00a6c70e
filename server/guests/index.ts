// The door of guests: what other rooms may use.
export { guestsJobs, guestsListeners } from './jobs.ts'
export { guestsLinkActs } from './link-acts.ts'
export { openLook } from './open-look.ts'
export { guestsRoutes } from './routes.ts'
