import type { Db } from '#platform/db'
import { sentence } from '#platform/say'
import { findNetwork } from '#rooms/people'
import { UnreadableArchive } from './archive.ts'

/**
 * The sample company is an open door, and goes with everything in it: nothing of one's own comes in there.
 * @throws UnreadableArchive in a sample network
 */
export async function requireOwnNetwork(db: Db): Promise<void> {
  if (!(await findNetwork(db))?.isSample) return
  throw new UnreadableArchive(
    sentence(
      'This network is the sample company, where everybody may read everything. Leave it first, and bring this into a network of your own.',
    ),
  )
}
