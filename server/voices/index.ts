// The door of voices: what other rooms may use.
export { addReadings, type PlannedReading } from './add-readings.ts'
export { voicesCards } from './cards.ts'
export { voicesOwnData } from './export.ts'
export { voicesJobs } from './jobs.ts'
export { noteReading } from './record-reading.ts'
export { voicesRoutes } from './routes.ts'
export { voicesWorth } from './worth.ts'
