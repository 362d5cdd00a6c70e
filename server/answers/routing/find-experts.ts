// Who may know, for somebody who looks: from nothing that they may not read themselves, and only people who may read the
// question. Two statements, whatever the network's size.
import { sql } from 'kysely'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Db } from '#platform/db'
import type { HeldQuestion } from '../access.ts'
import { type Candidate, type Contribution, type Ranked, rankExperts } from './rank-experts.ts'

const NEAR_MAX = 40
/** So many of those who spoke are looked up. */
const LOOKED_UP_MAX = 60

export type Looking = {
  question: HeldQuestion
  /** Whose sight counts. */
  viewerId: PersonId
  now: Temporal.Instant
}

export type Expert = Ranked & { ref: PersonRef }

/** All who may know and can be asked, the likeliest first. */
export async function findExperts(db: Db, looking: Looking): Promise<Expert[]> {
  const contributions = await readContributions(db, looking)
  const people = await readPeople(db, { ...looking, contributions })
  const refs = new Map(people.map(({ personId, ref }) => [personId, ref]))
  return rankExperts(contributions, people, looking.now).flatMap((ranked) => {
    const ref = refs.get(ranked.personId)
    return ref === undefined ? [] : [{ ...ranked, ref }]
  })
}

async function readContributions(db: Db, { question, viewerId }: Looking): Promise<Contribution[]> {
  const found = await sql<Contribution>`
    select n.post_id as "postId", n.author_id as "personId", n.nearness, n.at,
      case when q.answer_id = n.reply_id then 'accepted' when n.is_answer then 'answer' else 'comment' end as kind
    from spaces.answered_near(${viewerId}, ${question.postId}, ${NEAR_MAX}) n
    left join answers.question q on q.post_id = n.post_id`.execute(db)
  return found.rows
}

type Person = Candidate & { ref: PersonRef }

/** Those who can be asked: not the asker nor whoever looks, nobody who was asked before, and no two who are not to meet. */
async function readPeople(
  db: Db,
  { question, viewerId, now, contributions }: Looking & { contributions: readonly Contribution[] },
): Promise<Person[]> {
  const { postId, spaceId, authorId } = question
  const likely = likeliest(contributions, now)
  if (likely.length === 0) return []
  const found = await sql<Person>`
    select card.id as "personId", card.ref, 'executive' = any (p.roles) as "isExecutive",
      (select count(*)::int from answers.waits_at(card.id, ${now}) o
        join spaces.question_post other on other.post_id = o.post_id
        where exists (select from spaces.visible_space(${viewerId}) v where v.space_id = other.space_id)) as open
    from unnest(${likely}::uuid[]) as likely (id)
    join people.person_card card on card.id = likely.id and not card.is_automatic
    join people.standing p on p.id = likely.id and p.is_active
    where likely.id <> all (array[${authorId}, ${viewerId}]::uuid[])
      and exists (select from spaces.visible_space(likely.id) v where v.space_id = ${spaceId})
      and not exists (select from answers.routing r where r.post_id = ${postId} and r.person_id = likely.id)
      and not exists (
        select from (select * from spaces.silenced union all select * from notices.unheard) apart
        where (apart.person_id = likely.id and apart.author_id in (${authorId}, ${viewerId}))
          or (apart.author_id = likely.id and apart.person_id in (${authorId}, ${viewerId}))
      )`.execute(db)
  return found.rows
}

/** Before it is known who can be asked and how much waits for each. */
function likeliest(contributions: readonly Contribution[], now: Temporal.Instant): PersonId[] {
  const everybody = [...new Set(contributions.map(({ personId }) => personId))]
  const candidates = everybody.map((personId) => ({ personId, isExecutive: false, open: 0 }))
  return rankExperts(contributions, candidates, now)
    .slice(0, LOOKED_UP_MAX)
    .map(({ personId }) => personId)
}
