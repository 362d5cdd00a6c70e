// What somebody said and did here that is not sent yet, as the screens of a space and a thread show it.
import { type Act, waitingId } from '#browser/offline/acts'
import type { ReactionCount, ReactionKind } from '#contract/said'
import { toggled } from './reaction-counts.ts'

/** Replies that wait in a thread, in their order. */
export function repliesWaiting(acts: readonly Act[], postId: string): Act[] {
  return acts.filter(({ name, input }) => name === 'writeReply' && input.postId === postId)
}

/** Posts that wait in a space, the newest first, as posts stand there. */
export function postsWaiting(acts: readonly Act[], spaceId: string): Act[] {
  return acts.filter(({ name, input }) => name === 'writePost' && input.spaceId === spaceId).toReversed()
}

/** Your own reactions to something that waits itself. */
export function reactionsWaiting(acts: readonly Act[], actId: string): ReactionCount[] {
  return acts
    .filter(({ name, input }) => name === 'react' && input.saidId === waitingId(actId))
    .reduce<ReactionCount[]>((counts, { input }) => toggled(counts, input.kind as ReactionKind), [])
}
