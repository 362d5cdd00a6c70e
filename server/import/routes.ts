import { imports } from '#contract/import'
import { onUpload } from '#platform/byte-routes'
import { on, type Route } from '#platform/gate'
import { beginImport } from './begin-import.ts'
import { beginUpload, type UploadPlace } from './begin-upload.ts'
import { chooseSource } from './choose-source.ts'
import { confirmAddress } from './confirm-address.ts'
import { dropUpload } from './drop-upload.ts'
import { listImports } from './list-imports.ts'
import { listMerges } from './list-merges.ts'
import { listUploads } from './list-uploads.ts'
import { planUndo } from './plan-undo.ts'
import { resumeImport } from './resume-import.ts'
import { splitAddress } from './split-address.ts'
import { stopImport } from './stop-import.ts'
import { undoImport } from './undo-import.ts'
import { uploadPart } from './upload-part.ts'

/** @param place where archives lie that come in through the browser, and how large they may be */
export function importRoutes(place: UploadPlace): Route[] {
  const { shelf } = place
  return [
    on(imports.listImports, listImports),
    on(imports.listUploads, (ctx, input) => listUploads(shelf, ctx, input)),
    on(imports.beginUpload, (ctx, input) => beginUpload(place, ctx, input)),
    onUpload(imports.uploadPart, (request, input) => uploadPart(shelf, request, input)),
    on(imports.chooseSource, (ctx, input) => chooseSource(shelf, ctx, input)),
    on(imports.dropUpload, (ctx, input) => dropUpload(shelf, ctx, input)),
    on(imports.beginImport, beginImport),
    on(imports.stopImport, stopImport),
    on(imports.resumeImport, resumeImport),
    on(imports.planUndo, planUndo),
    on(imports.undoImport, undoImport),
    on(imports.listMerges, listMerges),
    on(imports.confirmAddress, confirmAddress),
    on(imports.splitAddress, splitAddress),
  ]
}
