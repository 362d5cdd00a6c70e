import type { AnswersBy, attention, Elsewhere } from '#contract/attention'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PostId } from '#contract/ref'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import { requireThread } from '#rooms/spaces'
import { standingOf } from '../standing.ts'
import { ledElsewhere } from './led-elsewhere.ts'
import { type Asked, listAsked, promiseOf } from './promises.ts'

type Reply = ReplyOf<typeof attention.listAnswersBy>

/**
 * By when those who were asked in a thread answer. The first look keeps what it was told, which reads as before from
 * then on. Whoever reads the thread learns the day; how much waits before it, nobody.
 */
export function listAnswersByFrom(sources: readonly CardSource[]) {
  return async function listAnswersBy(
    ctx: Ctx,
    { postId }: InputOf<typeof attention.listAnswersBy>,
  ): Promise<Reply> {
    await requireThread(ctx, postId)
    const asked = await listAsked(ctx.db, postId, ctx.now)
    const items: AnswersBy[] = []
    for (const each of asked) {
      const promise = await promiseOf(ctx.db, { ...each, postId }, { now: ctx.now, sources })
      if (promise !== undefined) items.push(promise)
    }
    const told = new Set(items.map(({ person }) => person.id))
    const own = asked.filter(({ askerId, personId }) => askerId === ctx.viewer.personId && told.has(personId))
    const elsewhere = await elsewhereFor(ctx, { postId, own })
    return { items, elsewhere: elsewhere ?? null }
  }
}

type Own = { postId: PostId; own: readonly Asked[] }

/** Who asked is led on while the minutes of those asked are spent. */
async function elsewhereFor(ctx: Ctx, { postId, own }: Own): Promise<Elsewhere | undefined> {
  for (const { personId, saidId } of own) {
    const standing = await standingOf(ctx.db, personId, ctx.now)
    if (standing?.attention?.isSpent) {
      return ledElsewhere(ctx, { saidId, postId, askedIds: own.map((each) => each.personId) })
    }
  }
  return undefined
}
