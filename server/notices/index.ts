// The door of notices: what other rooms may use.
export { noticesOwnData } from './export.ts'
export { noticesJobs, noticesListeners } from './jobs.ts'
export { noticesActs } from './link-acts.ts'
export { noticesRoutes } from './routes.ts'
