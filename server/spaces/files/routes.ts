import { files } from '#contract/files'
import type { FileStore } from '#outside/files'
import { onDownload, onUpload } from '#platform/byte-routes'
import { on, type Route } from '#platform/gate'
import { getFile } from './get-file.ts'
import { listFiles } from './list-files.ts'
import { renameFile } from './rename-file.ts'
import { uploadFile } from './upload-file.ts'

export function filesRoutes(store: FileStore): Route[] {
  return [
    onUpload(files.uploadFile, uploadFile(store)),
    on(files.renameFile, renameFile),
    on(files.listFiles, listFiles),
    onDownload(files.getFile, getFile(store)),
  ]
}
