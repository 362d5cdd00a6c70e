// The door of the brief: its routes, the plan for the command line, and how well it does.

export { delegateJobs, delegateListeners } from './delegates/jobs.ts'
export { type Evaluation, evaluateBrief } from './evaluate/evaluate-brief.ts'
export { evaluationReport } from './evaluate/evaluation-report.ts'
export { ownSpan } from './evaluate/own-span.ts'
export { briefOwnData } from './export.ts'
export { briefJobs, briefListeners } from './jobs.ts'
export { briefLinkActs } from './letters/link-acts.ts'
export { briefMailActs } from './letters/mail-acts.ts'
export { planBrief } from './plan-brief.ts'
export { readPreference } from './preference.ts'
export { briefRoutes } from './routes.ts'
export { saidCard } from './said-card.ts'
