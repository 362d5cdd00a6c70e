// Who is asking, and whether this network has begun.
import type { Standing } from '#contract/auth'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { findMe, findNetwork, hasPeople } from '#rooms/people'
import type { Auth } from './auth.ts'

/** The standing of somebody who is signed in, or of nobody in particular. */
export async function standingOf(
  { isOpenToOthers }: Pick<Auth, 'isOpenToOthers'>,
  db: Db,
  personId: PersonId | undefined,
): Promise<Standing> {
  const network = await findNetwork(db)
  if (network === undefined) {
    return { standing: 'first-run', mayOpenSample: !(await hasPeople(db)), isOpenToOthers }
  }
  const named = { networkName: network.name, isSample: network.isSample }
  const me = personId === undefined ? undefined : await findMe(db, personId)
  return me === undefined ? { standing: 'signed-out', ...named } : { standing: 'signed-in', ...named, me }
}
