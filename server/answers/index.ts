// The door of answers: all that others may import.

export { answersLive } from './live.ts'
export { addPlannedStandings, type PlannedStanding } from './planned-standings.ts'
export { REVIEW_AFTER_DAYS } from './question.ts'
export { answersRoutes } from './routes.ts'
