// The door of import.
export { UnreadableArchive } from './archive.ts'
export { archiveReport } from './archive-report.ts'
export { importMbox } from './import-mbox.ts'
export { importPeople } from './import-people.ts'
export { importSlack } from './import-slack.ts'
export { peopleReport } from './people-report.ts'
export { importRoutes } from './routes.ts'
