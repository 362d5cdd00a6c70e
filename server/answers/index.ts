// The door of answers: all that others may import.

export { draftsOwnData } from './drafts/export.ts'
export { draftsJobs } from './drafts/jobs.ts'
export { keepDraftWith } from './drafts/keep-draft.ts'
export { draftLinkActs } from './drafts/link-acts.ts'
export { answersLive } from './live.ts'
export { addPlannedStandings, type PlannedStanding } from './planned-standings.ts'
export { REVIEW_AFTER_DAYS } from './question.ts'
export { answersRoutes } from './routes.ts'
export { routingCards } from './routing/cards.ts'
