import { imports } from '#contract/import'
import { onOpen, type Route } from '#platform/gate'
import { openSample, type SamplePlace } from './open-sample.ts'

/** @param place where the words of the sample company lie, and where its files go */
export function sampleRoutes(place: SamplePlace): Route[] {
  return [onOpen(imports.openSample, (request) => openSample(place, request))]
}
