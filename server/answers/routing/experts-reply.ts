// Who may know, whom was asked already, and whether the viewer was: as far as each is the viewer's to see.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import { type Asked, EXPERTS_MAX, type Experts } from '#contract/routing'
import { type Ctx, isGuest } from '#platform/ctx'
import { readBack, say } from '#platform/say'
import type { HeldQuestion } from '../access.ts'
import { findExperts } from './find-experts.ts'
import { reasonOf } from './reasons.ts'
import { isRoutable } from './routing.ts'

/** So many of those who were asked are named. */
const ASKED_MAX = 20

type AskedRow = Omit<Asked, 'why'> & {
  personId: PersonId
  byId: PersonId
  reason: string
  why: string | null
}

export async function expertsReply(ctx: Ctx, question: HeldQuestion): Promise<Experts> {
  const { db, now, viewer } = ctx
  const route = isRoutable(question) && !isGuest(viewer)
  const experts = route ? await findExperts(db, { question, viewerId: viewer.personId, now }) : []
  const asked = await readAsked(ctx, question)
  const own = asked.find(({ personId, state }) => personId === viewer.personId && state === 'waiting')
  const { language, timeZone = 'UTC' } = viewer
  return {
    postId: question.postId,
    experts: experts
      .slice(0, EXPERTS_MAX)
      .map(({ ref, ...known }) => ({ person: ref, reason: say(language, reasonOf(known, timeZone)) })),
    asked: asked.flatMap((each) => askedFor(viewer.personId, question, each)),
    youWereAsked:
      own === undefined ? null : { by: own.by, at: own.at, reason: say(language, readBack(own.reason)) },
    may: { route },
  }
}

/** That somebody passed it on, and why, is between them, whoever put it to them and whoever asked it. */
function askedFor(viewerId: PersonId, { authorId }: HeldQuestion, row: AskedRow): Asked[] {
  const { person, by, at, state, why, personId, byId } = row
  if (state === 'passed-on' && ![authorId, personId, byId].includes(viewerId)) return []
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
