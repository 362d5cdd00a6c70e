// The door of voices: what other rooms may use.
export { voicesCards } from './cards.ts'
export { noteReading } from './record-reading.ts'
export { voicesRoutes } from './routes.ts'
