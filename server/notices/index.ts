// The door of notices: what other rooms may use.
export { noteBriefSent, pushBrief, threadsToldSince } from './brief-out.ts'
export { firstWords } from './digest.ts'
export { noticesOwnData } from './export.ts'
export { noticesJobs, noticesListeners } from './jobs.ts'
export { noticesActs } from './link-acts.ts'
export { plainWords, safeLine } from './plain-words.ts'
export { noticesRoutes } from './routes.ts'
export { takeBackTold, tellAllOfThread, tellOfThread } from './tell-of-thread.ts'
