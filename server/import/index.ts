// The door of import.
export { importRoutes } from './routes.ts'
