import { imports } from '#contract/import'
import { on, type Route } from '#platform/gate'
import { listImports } from './list-imports.ts'
import { listMerges } from './list-merges.ts'
import { splitAddress } from './split-address.ts'

export const importRoutes: Route[] = [
  on(imports.listImports, listImports),
  on(imports.listMerges, listMerges),
  on(imports.splitAddress, splitAddress),
]
