// What happens with delegations when somebody goes. Whoever is not active prepares nothing from that moment on; this
// tidies up behind them and writes it into the log.
import type { PersonId } from '#contract/ref'
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { endDelegationsOf } from './end-delegation.ts'
import { nameSampleDelegates } from './name-sample-delegates.ts'

const END = 'brief/end-delegations'

export const delegateJobs: Job[] = [
  {
    name: END,
    run: ({ db, now, facts }) =>
      db
        .transaction()
        .execute((tx) => endDelegationsOf(tx, { personId: facts.personId as PersonId, at: now })),
  },
]

export const delegateListeners: readonly Listener[] = [
  { on: 'people/person-deactivated', job: END },
  { on: 'import/sample-opened', note: nameSampleDelegates },
]
