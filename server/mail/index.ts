// The door of mail: what other rooms may use.
export { enqueueLetter } from './enqueue-letter.ts'
export { mailJobs } from './jobs.ts'
export type { Letter } from './letter.ts'
export { type ActWork, type LinkAct, oneButtonLink } from './one-button.ts'
export { pressByProgram } from './press-button.ts'
export { mailRoutes } from './routes.ts'
export { replyAddressFor } from './signed-address.ts'
export { findWay, type MailSettings } from './ways.ts'
