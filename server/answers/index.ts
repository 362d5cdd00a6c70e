// The door of answers: all that others may import.
export { answersRoutes } from './routes.ts'
