// Every endpoint of Foyer, for those who must walk them all: the router, the API document and the canary test.
import { answers } from './answers.ts'
import { attention } from './attention.ts'
import { auth } from './auth.ts'
import { brief } from './brief.ts'
import { briefHistory } from './brief-history.ts'
import { delegates } from './delegates.ts'
import type { Endpoint } from './endpoint.ts'
import { files } from './files.ts'
import { guests } from './guests.ts'
import { imports } from './import.ts'
import { library } from './library.ts'
import { live } from './live.ts'
import { mail } from './mail.ts'
import { moderation } from './moderation.ts'
import { namedGroups } from './named-groups.ts'
import { notices } from './notices.ts'
import { officeHours } from './office-hours.ts'
import { people } from './people.ts'
import { records } from './records.ts'
import { scale } from './scale.ts'
import { sharing } from './sharing.ts'
import { spaces } from './spaces.ts'
import { topics } from './topics.ts'
import { voices } from './voices.ts'
import { worth } from './worth.ts'

export const contract = {
  auth,
  people,
  spaces: { ...spaces, ...topics, ...sharing, ...namedGroups, ...moderation, ...files },
  answers: { ...answers, ...library, ...officeHours, ...scale },
  guests,
  mail,
  notices,
  voices,
  records,
  import: imports,
  brief: { ...brief, ...worth, ...delegates, ...briefHistory, ...attention },
  live,
}

export function listEndpoints(): Endpoint[] {
  return Object.values(contract).flatMap((room) => Object.values(room) as Endpoint[])
}
