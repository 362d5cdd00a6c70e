import type { Brief, brief } from '#contract/brief'
import type { InputOf } from '#contract/endpoint'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import { briefOfToday } from './brief-of-today.ts'
import { toReply } from './reply.ts'
import { insertBrief } from './store.ts'

/** Opens the brief of today; builds one where there is none yet, other minutes are wanted, or one is wanted again. */
export function openBriefFrom(sources: readonly CardSource[]) {
  return async function openBrief(ctx: Ctx, input: InputOf<typeof brief.openBrief>): Promise<Brief> {
    const today = await briefOfToday(ctx, input, sources)
    if (today.isHeldBack) return toReply(ctx, { ...today.brief, id: null }, today.known)
    if (!today.isKept) await insertBrief(ctx.db, today.brief)
    return toReply(ctx, today.brief, today.known)
  }
}

/** The same brief, kept nowhere. */
export function previewBriefFrom(sources: readonly CardSource[]) {
  return async function previewBrief(
    ctx: Ctx,
    { minutes }: InputOf<typeof brief.previewBrief>,
  ): Promise<Brief> {
    const { brief: built, known } = await briefOfToday(ctx, { minutes, again: true }, sources)
    return toReply(ctx, { ...built, id: null }, known)
  }
}
