import { voices } from '#contract/voices'
import { on, type Route } from '#platform/gate'
import { recordReading } from './record-reading.ts'
import { whoYouHeard } from './who-you-heard.ts'

export const voicesRoutes: Route[] = [
  on(voices.recordReading, recordReading),
  on(voices.whoYouHeard, whoYouHeard),
]
