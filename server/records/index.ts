// The door of records: what other rooms may use.
export { recordsJobs, recordsListeners } from './jobs.ts'
export { openOwnDataShelf } from './own-data-shelf.ts'
export { recordsRoutes } from './routes.ts'
