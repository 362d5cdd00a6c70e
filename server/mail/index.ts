// The door of mail: what other rooms may use.
export { enqueueLetter } from './enqueue-letter.ts'
export type { Letter } from './letter.ts'
export { type ActWork, type LinkAct, oneButtonLink } from './one-button.ts'
export { replyAddressFor } from './signed-address.ts'
export type { MailSettings } from './ways.ts'
