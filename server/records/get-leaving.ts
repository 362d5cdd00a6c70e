import type { ReplyOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import { type Ctx, isAdministrator } from '#platform/ctx'
import { findNetwork, isLastAdministrator } from '#rooms/people'
import { listOnlyKeeping } from '#rooms/spaces'
import { whyNotGo } from './leaving.ts'

/** Said before somebody tries: what they would be refused for. */
export async function getLeaving({ db, viewer }: Ctx): Promise<ReplyOf<typeof records.getLeaving>> {
  const toHandOver = await listOnlyKeeping(db, viewer.personId)
  if ((await findNetwork(db))?.isSample) {
    return { whyNot: 'In the sample company nobody leaves: others stand in the same shoes.', toHandOver }
  }
  if (isAdministrator(viewer) && (await isLastAdministrator(db, viewer.personId))) {
    return {
      whyNot: 'You are the last administrator. Make somebody else one first.',
      toHandOver,
    }
  }
  return { whyNot: whyNotGo(toHandOver)?.message ?? null, toHandOver }
}
