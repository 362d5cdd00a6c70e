// The door of the brief: its routes, and the plan for the command line.

export { briefOwnData } from './export.ts'
export { planBrief } from './plan-brief.ts'
export { readPreference } from './preference.ts'
export { briefRoutes } from './routes.ts'
