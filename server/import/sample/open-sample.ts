import type { Done, PersonId } from '#contract/ref'
import type { FileStore } from '#outside/files'
import { atomically } from '#platform/ctx'
import type { Db } from '#platform/db'
import type { SignInRequest } from '#platform/gate'
import { type Refusal, refusal, refuseIf } from '#platform/refusal'
import { beginNetwork, findNetwork, hasPeople, lockPeople, type Network } from '#rooms/people'
import { takeImportTurnHere } from '../import-turn.ts'
import { personIdOf } from './ids.ts'
import { loadSample } from './load-sample.ts'
import { readSample } from './read-sample.ts'
import type { Sample } from './sample.ts'

export type SamplePlace = { folder: string; files: FileStore }

const DONE: Done = { done: true }

/**
 * Begins with the sample company of a folder, all of it in one transaction. Of two who press at once one does it, and
 * both find it open.
 * @throws Refusal `has-begun` in a network of one's own, `people-are-here` where a chart came in before
 */
export async function openSample({ folder, files }: SamplePlace, { ctx }: SignInRequest): Promise<Done> {
  const network = await findNetwork(ctx.db)
  refuseIf(whyNotOpen(network))
  if (network !== undefined) return DONE
  const sample = await readSample(folder)
  return atomically(ctx, async ({ db, now, emit }) => {
    if (!(await beginNetwork(db, { name: sample.networkName, isSample: true, at: now }))) {
      refuseIf(whyNotOpen(await findNetwork(db)))
      return DONE
    }
    await requireEmptyHouse(db)
    await loadSample(db, { sample, files, now })
    const delegations = delegationsOf(sample)
    await emit({ name: 'import/sample-opened', facts: { delegations, at: now.toString() } })
    return DONE
  })
}

/** Who prepares whose brief: whoever has the role, for the executive they report to. */
function delegationsOf({ people }: Sample): { executiveId: PersonId; delegateId: PersonId }[] {
  const executives = new Set(people.filter(({ roles }) => roles.includes('executive')).map(({ key }) => key))
  return people.flatMap(({ key, managerKey, roles }) =>
    roles.includes('delegate') && managerKey !== undefined && executives.has(managerKey)
      ? [{ executiveId: personIdOf(managerKey), delegateId: personIdOf(key) }]
      : [],
  )
}

function whyNotOpen(network: Network | undefined): Refusal | undefined {
  if (network === undefined || network.isSample) return undefined
  return refusal('conflict', 'has-begun', 'This network has begun already. Sign in instead.')
}

/** Leaving the sample removes everybody; so nobody may be there whom it did not bring. */
async function requireEmptyHouse(db: Db): Promise<void> {
  if (!(await takeImportTurnHere(db))) {
    throw refusal('conflict', 'import-under-way', 'An archive is coming in here at this moment. Wait for it.')
  }
  await lockPeople(db)
  if (!(await hasPeople(db))) return
  throw refusal(
    'conflict',
    'people-are-here',
    'People came in here already, so there is no room for the sample company. Begin with your own network.',
  )
}
