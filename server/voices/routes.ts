import { voices } from '#contract/voices'
import { on, type Route } from '#platform/gate'
import { heardOverTime } from './heard-over-time.ts'
import { recordReading } from './record-reading.ts'
import { getSurfacing, saveSurfacing } from './surfacing.ts'
import { whoYouHeard } from './who-you-heard.ts'

export const voicesRoutes: Route[] = [
  on(voices.recordReading, recordReading),
  on(voices.whoYouHeard, whoYouHeard),
  on(voices.heardOverTime, heardOverTime),
  on(voices.getSurfacing, getSurfacing),
  on(voices.saveSurfacing, saveSurfacing),
]
