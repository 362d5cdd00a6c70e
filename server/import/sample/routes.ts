import { imports } from '#contract/import'
import { onOpen, type Route } from '#platform/gate'
import { openSample } from './open-sample.ts'

/** @param folder where the words of the sample company lie */
export function sampleRoutes(folder: string): Route[] {
  return [onOpen(imports.openSample, (request) => openSample(folder, request))]
}
