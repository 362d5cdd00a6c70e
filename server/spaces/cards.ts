// What is said to somebody and waits for an answer: this room's offer to the brief.
import { type RawBuilder, sql } from 'kysely'
import type { CardAction } from '#contract/brief'
import type { PersonId } from '#contract/ref'
import {
  CANDIDATES_PER_SOURCE_MAX,
  type Candidate,
  type CardFacts,
  type CardQuestion,
  type CardSource,
} from '#platform/cards'
import { type SaidRow, saidOf, stood, wordingAt, wordsOf } from './card-queries.ts'
import { isHeard, isVisible } from './visibility.ts'

/** Older requests have been overtaken by events or by another reminder. */
const ASKED_DAYS = 45
/** What was not put to the reader by name is overtaken sooner. */
const CARRIED_ON_DAYS = 14
/** How many of the reader's newest replies are looked at, how many private conversations, and how many of the newest
 * threads of each. */
const REPLIES_SCANNED = 120
const CONVERSATIONS_SCANNED = 5000
const THREADS_PER_CONVERSATION = 10
/** Beyond so many people, how many they are says no more. */
const AUDIENCE_COUNTED = 200

type AskedRow = SaidRow & {
  isQuestion: boolean
  addressed: number
  waiting: number
  answeredByOthers: boolean
  tookPart: boolean
  byMachine: boolean
}

export const spacesCards: CardSource = async (question) =>
  (await Promise.all([findAsked(question), findCarriedOn(question)])).flat()

/** The newest thing said to the reader by name in each thread where the reader has not spoken since. */
async function findAsked(question: CardQuestion): Promise<Candidate[]> {
  const { readerId, at } = question
  const found = await readAsked(
    question,
    sql`
      select distinct on (m.post_id) m.said_id, m.at, true as "byName"
      from (
        select * from spaces.mention
        where person_id = ${readerId} and at > ${at.subtract({ hours: 24 * ASKED_DAYS })} and at <= ${at}
          and author_id <> ${readerId} and ${isHeard(sql`author_id`, readerId)}
        order by at desc limit ${CANDIDATES_PER_SOURCE_MAX * 3}
      ) m
      where ${hasNotSpokenSince(sql`m.post_id`, sql`m.at`, question)}
      order by m.post_id, m.at desc`,
  )
  return found.map((row) => ({ ...asking(row), facts: { ...factsOf(row), askedByName: true } }))
}

/**
 * What was not put to the reader by name and may wait for them all the same, where they have not spoken since: replies
 * that answer theirs, and the newest of somebody else in each thread of their private conversations.
 */
async function findCarriedOn(question: CardQuestion): Promise<Candidate[]> {
  const { readerId, at } = question
  const since = at.subtract({ hours: 24 * CARRIED_ON_DAYS })
  const found = await readAsked(
    question,
    sql`
      select distinct on (last.post_id) last.said_id, last.at, false as "byName"
      from (${answersTo(readerId, { since, at })} union all ${newestInConversations(readerId, { since, at })}) last
      where last.at > ${since} and ${isHeard(sql`last.author_id`, readerId)}
        and ${hasNotSpokenSince(sql`last.post_id`, sql`last.at`, question)}
      order by last.post_id, last.at desc, last.said_id`,
  )
  return found.map((row) => ({ ...asking(row), facts: { ...factsOf(row), copied: !row.tookPart } }))
}

type Span = { since: Temporal.Instant; at: Temporal.Instant }

function answersTo(readerId: PersonId, { since, at }: Span): RawBuilder<unknown> {
  return sql`
    select r.id as said_id, r.post_id, r.author_id, r.created_at as at
    from (
      select own.id from spaces.reply own
      where own.author_id = ${readerId} and own.created_at > ${since} and own.created_at <= ${at}
      order by own.created_at desc limit ${REPLIES_SCANNED}
    ) own
    join spaces.reply r on r.answers_id = own.id
    where r.author_id <> ${readerId} and r.created_at <= ${at} and ${stood(sql`r.deleted_at`, at)}`
}

function newestInConversations(readerId: PersonId, { since, at }: Span): RawBuilder<unknown> {
  return sql`
    select last.* from (
      select t.post_id
      from (
        select m.space_id from spaces.membership m join spaces.space s on s.id = m.space_id
        where m.person_id = ${readerId} and s.is_conversation
        order by m.space_id limit ${CONVERSATIONS_SCANNED}
      ) c
      cross join lateral (
        select t.post_id from spaces.thread t
        where t.space_id = c.space_id and t.last_at > ${since}
        order by t.last_at desc, t.post_id desc limit ${THREADS_PER_CONVERSATION}
      ) t
    ) t
    cross join lateral (
      (select r.id as said_id, r.post_id, r.author_id, r.created_at as at from spaces.reply r
        where r.post_id = t.post_id and r.created_at <= ${at} and r.author_id <> ${readerId}
          and ${stood(sql`r.deleted_at`, at)}
        order by r.created_at desc, r.id desc limit 1)
      union all
      (select p.id, p.id, p.author_id, p.created_at from spaces.post p
        where p.id = t.post_id and p.created_at <= ${at} and p.author_id <> ${readerId})
      order by at desc, said_id desc limit 1
    ) last`
}

/** Reads the newest of what waits for the reader, given as `said_id`, `at` and `"byName"`. */
async function readAsked(
  { db, readerId, at }: CardQuestion,
  waiting: RawBuilder<unknown>,
): Promise<AskedRow[]> {
  const found = await sql<AskedRow>`
    with asked as (${waiting}),
    newest as materialized (select * from asked order by at desc, said_id limit ${CANDIDATES_PER_SOURCE_MAX})
    select w.said_id as "saidId", w.post_id as "postId", w.reply_id as "replyId", w.author_id as "authorId",
      w.created_at as at, ${wordingAt(at)},
      coalesce(w.kind = 'question', false) as "isQuestion",
      greatest(
        (select count(*)::int - n."byName"::int from spaces.mention other
          where other.said_id = w.said_id and other.at <= ${at}),
        case when s.is_conversation then (select count(*)::int - 2 from (
          select from spaces.membership m where m.space_id = s.id limit ${AUDIENCE_COUNTED}) reading) end) as addressed,
      (select count(distinct a.person_id)::int from spaces.reaction a
        where a.said_id = w.said_id and a.kind in ('agree', 'curious') and a.person_id <> ${readerId} and a.at <= ${at})
        as waiting,
      exists (select from spaces.reply r
        where r.post_id = w.post_id and r.created_at > w.created_at and r.created_at <= ${at}
          and r.author_id not in (w.author_id, ${readerId}) and ${stood(sql`r.deleted_at`, at)}) as "answeredByOthers",
      p.author_id = ${readerId} or ${spokeIn(sql`w.post_id`, { readerId, at })}
        or exists (select from spaces.continuation c
          join spaces.post before on before.id = c.from_post_id
          where c.said_id = w.said_id
            and (before.author_id = ${readerId} or ${spokeIn(sql`c.from_post_id`, { readerId, at })})) as "tookPart",
      author.is_automatic as "byMachine"
    from newest n
    ${saidOf(sql`n.said_id`)}
    join spaces.post p on p.id = w.post_id
    join spaces.space s on s.id = w.space_id
    join people.person_card author on author.id = w.author_id
    where w.deleted_at is null and ${isVisible(sql`w.space_id`, readerId)}`.execute(db)
  return found.rows
}

function spokeIn(
  postId: RawBuilder<unknown>,
  { readerId, at }: Pick<CardQuestion, 'readerId' | 'at'>,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from spaces.reply own
    where own.post_id = ${postId} and own.author_id = ${readerId} and own.created_at <= ${at}
      and ${stood(sql`own.deleted_at`, at)})`
}

/** True where the reader has spoken neither in a thread after an instant nor to others in what carries on from it. */
function hasNotSpokenSince(
  postId: RawBuilder<unknown>,
  since: RawBuilder<unknown>,
  { readerId, at }: CardQuestion,
): RawBuilder<boolean> {
  return sql<boolean>`
    not exists (
      select from spaces.reply r
      where r.post_id = ${postId} and r.author_id = ${readerId} and r.created_at > ${since} and r.created_at <= ${at}
        and ${stood(sql`r.deleted_at`, at)})
    and not exists (
      select from spaces.continuation c join spaces.said mine on mine.said_id = c.said_id
      where c.from_post_id = ${postId} and mine.author_id = ${readerId}
        and mine.created_at > ${since} and mine.created_at <= ${at} and ${stood(sql`mine.deleted_at`, at)})`
}

function asking(row: AskedRow) {
  return {
    key: `asked:${row.saidId}`,
    kind: 'needs-you' as const,
    ...wordsOf(row),
    actions: ['answer', 'ask-more', 'route', 'thank', 'save', 'later', 'not-for-me'] satisfies CardAction[],
  }
}

function factsOf(row: AskedRow): CardFacts {
  const { isQuestion, waiting, answeredByOthers, addressed, tookPart, byMachine } = row
  return { isQuestion, waiting, answeredByOthers, addressed, tookPart, byMachine }
}
