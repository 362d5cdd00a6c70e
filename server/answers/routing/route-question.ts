import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { Routing, routing } from '#contract/routing'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requirePerson } from '#rooms/people'
import { type HeldQuestion, lockQuestion } from '../access.ts'
import { findExperts } from './find-experts.ts'
import { routingFor } from './get-routing.ts'
import { keepRouting } from './keep-routing.ts'
import { type Putting, whyNotRoute } from './routing.ts'
import { waitingOf } from './waiting-of.ts'

/** Puts a question to somebody who may know. */
export async function routeQuestion(
  ctx: Ctx,
  { postId, personId }: InputOf<typeof routing.routeQuestion>,
): Promise<Routing> {
  const viewerId = ctx.viewer.personId
  const person = await requirePerson(ctx, personId)
  const question = await lockQuestion(ctx, postId)
  const { mayRead, wasAsked, ...counted } = await readStanding(ctx, { question, personId })
  const { id, isActive } = person
  refuseIf(whyNotRoute({ question, viewerId, person: { id, isActive, mayRead, wasAsked }, ...counted }))
  const experts = await findExperts(ctx.db, { question, viewerId, now: ctx.now })
  await keepRouting(ctx, { question, personId, byId: viewerId, experts })
  return routingFor(ctx, question)
}

type Counted = Pick<Putting, 'waiting' | 'routedToday'> & Pick<Putting['person'], 'mayRead' | 'wasAsked'>

const ROUTING_LOCK = 70_697_376

/** What was put to whom so far; one person's puttings are counted one after the other. */
async function readStanding(
  { db, viewer, now }: Ctx,
  { question: { postId, spaceId }, personId }: { question: HeldQuestion; personId: PersonId },
): Promise<Counted> {
  await sql`select pg_advisory_xact_lock(${ROUTING_LOCK}, hashtext(${viewer.personId}))`.execute(db)
  const found = await sql<Counted>`
    select
      exists (select from spaces.visible_space(${personId}) v where v.space_id = ${spaceId}) as "mayRead",
      exists (select from answers.routing r where r.post_id = ${postId} and r.person_id = ${personId}) as "wasAsked",
      ${waitingOf(postId)} as waiting,
      (select count(*)::int from answers.routing r
        where r.by_id = ${viewer.personId} and r.passed_by is null and r.at > ${now.subtract({ hours: 24 })}) as "routedToday"`.execute(
    db,
  )
  const [row] = found.rows
  if (row === undefined) throw new Error('counting gives a row')
  return row
}
