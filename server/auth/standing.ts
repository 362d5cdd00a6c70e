// Who is asking, and whether this network has begun.
import type { Standing } from '#contract/auth'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { findMe, networkName } from '#rooms/people'

/** The standing of somebody who is signed in, or of nobody in particular. */
export async function standingOf(db: Db, personId: PersonId | undefined): Promise<Standing> {
  const name = await networkName(db)
  if (name === undefined) return { standing: 'first-run' }
  const me = personId === undefined ? undefined : await findMe(db, personId)
  if (me === undefined) return { standing: 'signed-out', networkName: name }
  return { standing: 'signed-in', networkName: name, me }
}
