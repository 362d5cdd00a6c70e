// The door of auth.
export { openAuth } from './open-auth.ts'
export { type LaidOut, layOutShoes } from './shoes.ts'
export { deleteSessionsOf } from './store.ts'
