import type { InputOf } from '#contract/endpoint'
import type { OfficeHours, officeHours } from '#contract/office-hours'
import type { Ctx } from '#platform/ctx'
import { requireHours } from './access.ts'
import { stateOf, takesQuestions } from './hours.ts'
import { readCard, readQueue } from './read-hours.ts'

/** Office hours with their queue, and what the viewer may do in them. */
export async function getOfficeHours(
  ctx: Ctx,
  { hoursId }: InputOf<typeof officeHours.getOfficeHours>,
): Promise<OfficeHours> {
  const hours = await requireHours(ctx, hoursId)
  const viewerId = ctx.viewer.personId
  const { youLead, hostId, calledId } = hours
  const card = await readCard(ctx, hoursId)
  const questions = await readQueue(ctx, { id: hoursId, viewerId, youLead })
  const state = stateOf(hours, ctx.now)
  const isAhead = state === 'coming' || state === 'on'
  const isTaking = takesQuestions(hours, ctx.now)
  return {
    ...card,
    calledId: questions.some(({ postId }) => postId === calledId) && state === 'on' ? calledId : null,
    questions,
    may: {
      ask: isTaking,
      vote: isTaking,
      answer: hostId === viewerId && state !== 'cancelled',
      lead: youLead && state !== 'cancelled',
      move: youLead && isAhead,
      cancel: youLead && isAhead,
      end: youLead && state === 'on',
    },
  }
}
