import type { ReplyOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import { type Ctx, isAdministrator } from '#platform/ctx'
import { say, sentence } from '#platform/say'
import { findNetwork, isLastAdministrator } from '#rooms/people'
import { listOnlyKeeping } from '#rooms/spaces'
import { whyNotGo } from './leaving.ts'

/** Said before somebody tries: what they would be refused for. */
export async function getLeaving({ db, viewer }: Ctx): Promise<ReplyOf<typeof records.getLeaving>> {
  const toHandOver = await listOnlyKeeping(db, viewer.personId)
  if ((await findNetwork(db))?.isSample) {
    const same = sentence('In the sample company nobody leaves: others stand in the same shoes.')
    return { whyNot: say(viewer.language, same), toHandOver }
  }
  if (isAdministrator(viewer) && (await isLastAdministrator(db, viewer.personId))) {
    const last = sentence('You are the last administrator. Make somebody else one first.')
    return { whyNot: say(viewer.language, last), toHandOver }
  }
  const no = whyNotGo(toHandOver)
  return { whyNot: no === undefined ? null : say(viewer.language, no.sentence), toHandOver }
}
