// Where the brief meets the rooms it takes parts from.
import { BriefPage } from '../brief/brief-page.tsx'
import type { BriefParts } from '../brief/parts.ts'
import { PersonPicker } from '../people/person-picker.tsx'
import { Composer } from '../spaces/composer.tsx'
import { Reading } from '../voices/reading.tsx'
import { WhoYouHeard } from '../voices/who-you-heard.tsx'
import { TakeAlong } from './take-along.tsx'

const parts: BriefParts = { Composer, PersonPicker, Reading, WhoYouHeard, TakeAlong }

export function BriefRoute() {
  return <BriefPage parts={parts} />
}
