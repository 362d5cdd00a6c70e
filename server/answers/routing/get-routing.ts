// To whom a question was put, and whether to the viewer: as far as each is the viewer's to see.
import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { Asked, Routing, routing } from '#contract/routing'
import { type Ctx, isGuest } from '#platform/ctx'
import { readBack, say } from '#platform/say'
import { type HeldQuestion, requireQuestion } from '../access.ts'
import { isRoutable } from './routing.ts'

/** So many of those who were asked are named. */
const ASKED_MAX = 20

type AskedRow = Omit<Asked, 'why'> & {
  personId: PersonId
  byId: PersonId
  reason: string
  why: string | null
}

export async function getRouting(ctx: Ctx, { postId }: InputOf<typeof routing.getRouting>): Promise<Routing> {
  return routingFor(ctx, await requireQuestion(ctx, postId))
}

export async function routingFor(ctx: Ctx, question: HeldQuestion): Promise<Routing> {
  const { personId, language } = ctx.viewer
  const asked = await readAsked(ctx, question)
  const own = asked.find((each) => each.personId === personId && each.state === 'waiting')
  return {
    postId: question.postId,
    asked: asked.flatMap((each) => askedFor(personId, question, each)),
    youWereAsked:
      own === undefined ? null : { by: own.by, at: own.at, reason: say(language, readBack(own.reason)) },
    may: { route: isRoutable(question) && !isGuest(ctx.viewer) },
  }
}

/** That somebody passed it on, and why, is between them, whoever put it to them and whoever asked it. */
function askedFor(viewerId: PersonId, { youAsked }: HeldQuestion, row: AskedRow): Asked[] {
  const { person, by, at, state, why, personId, byId } = row
  if (state === 'passed-on' && !youAsked && ![personId, byId].includes(viewerId)) return []
  return [{ person, by, at, state, why }]
}

async function readAsked({ db }: Ctx, { postId, answerId }: HeldQuestion): Promise<AskedRow[]> {
  const found = await sql<AskedRow>`
    select r.person_id as "personId", r.by_id as "byId", person.ref as person, by.ref as by,
      to_json(r.at) #>> '{}' as at, r.reason, r.why,
      case
        when ${answerId}::uuid is not null or exists (
          select from spaces.said w
          where w.post_id = r.post_id and w.author_id = r.person_id and w.created_at > r.at and w.deleted_at is null
        ) then 'answered'
        when r.declined_at is not null then 'passed-on'
        else 'waiting'
      end as state
    from answers.routing r
    join people.person_card person on person.id = r.person_id
    join people.person_card by on by.id = r.by_id
    where r.post_id = ${postId}
    order by r.at, r.person_id limit ${ASKED_MAX}`.execute(db)
  return found.rows
}
