import { imports } from '#contract/import'
import { on, type Route } from '#platform/gate'
import { confirmAddress } from './confirm-address.ts'
import { listImports } from './list-imports.ts'
import { listMerges } from './list-merges.ts'
import { splitAddress } from './split-address.ts'

export const importRoutes: Route[] = [
  on(imports.listImports, listImports),
  on(imports.listMerges, listMerges),
  on(imports.confirmAddress, confirmAddress),
  on(imports.splitAddress, splitAddress),
]
