import type { Standing } from '#contract/auth'
import { atomically, type OpenCtx } from '#platform/ctx'
import { emptyRooms } from '#platform/empty-rooms'
import type { SignInRequest } from '#platform/gate'
import { lockSampleNetwork } from '#rooms/people'
import type { Auth } from './auth.ts'
import { noSample } from './shoes.ts'
import { standingOf } from './standing.ts'

/** Removes the sample company with everything written in it, and everybody's session. It cannot be taken back. */
export async function leaveSample(auth: Auth, request: SignInRequest): Promise<Standing> {
  const { ctx } = request
  await removeSample(ctx)
  auth.cache.forgetEverybody()
  request.setCookies(await auth.engine.end(request))
  await ctx.emit({ name: 'auth/sample-left', facts: { leftAt: ctx.now.toString() } })
  return standingOf(auth, ctx.db, undefined)
}

const TRIES = 5
const DEADLOCK = '40P01'

/** Somebody may be writing at this moment, and hold a table that is wanted while they wait for one that is held. */
async function removeSample(ctx: OpenCtx): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await atomically(ctx, async ({ db }) => {
        if (!(await lockSampleNetwork(db))) throw noSample()
        await emptyRooms(db)
      })
    } catch (error) {
      const isDeadlock = error instanceof Error && 'code' in error && error.code === DEADLOCK
      if (!isDeadlock || tried === TRIES) throw error
    }
  }
}
