// The door of auth.
export { endSessionsOf } from './end-sessions-of.ts'
export { authOwnData } from './export.ts'
export { openAuth } from './open-auth.ts'
export { type LaidOut, layOutShoes } from './shoes.ts'
