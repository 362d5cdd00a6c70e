// The door of the brief: its routes, and the plan for the command line.
export { planBrief } from './plan-brief.ts'
export { readPreference } from './preference.ts'
export { briefOwnData } from './export.ts'
export { briefRoutes } from './routes.ts'
