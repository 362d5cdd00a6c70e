// The door of api.
export { addApiDocument } from './add-api-document.ts'
