// The door of auth.
export { openAuth } from './open-auth.ts'
