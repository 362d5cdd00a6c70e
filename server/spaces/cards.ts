// What is said to somebody and waits for an answer, and whose help was thanked: this room's offer to the brief.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, PostId, ReplyId, SaidId } from '#contract/ref'
import {
  CANDIDATES_PER_SOURCE_MAX,
  type Candidate,
  type CardQuestion,
  type CardSource,
} from '#platform/cards'
import { isHeard, isVisible } from './visibility.ts'

/** Older requests have been overtaken by events or by another reminder. */
const ASKED_DAYS = 45
const THANKED_DAYS = 21
/** How many of the newest thanks are looked at. */
const THANKS_SCANNED = 400
const THANKED_CANDIDATES_MAX = 20

type AskedRow = {
  saidId: SaidId
  postId: PostId
  replyId: ReplyId | null
  authorId: PersonId
  at: Temporal.Instant
  title: string | null
  body: string
  isQuestion: boolean
  addressed: number
  waiting: number
  answeredByOthers: boolean
}

export const spacesCards: CardSource = async (question) =>
  (await Promise.all([findAsked(question), findThanked(question)])).flat()

/** The newest thing said to the reader in each thread where the reader has not spoken since. */
async function findAsked({ db, readerId, at }: CardQuestion): Promise<Candidate[]> {
  const found = await sql<AskedRow>`
    with asked as (
      select distinct on (m.post_id) m.said_id, m.post_id, m.author_id, m.at
      from (
        select * from spaces.mention
        where person_id = ${readerId} and at > ${at.subtract({ hours: 24 * ASKED_DAYS })} and at <= ${at}
          and author_id <> ${readerId} and ${isHeard(sql`author_id`, readerId)}
        order by at desc limit ${CANDIDATES_PER_SOURCE_MAX * 3}
      ) m
      where not exists (
          select from spaces.reply r
          where r.post_id = m.post_id and r.author_id = ${readerId} and r.created_at > m.at and r.created_at <= ${at}
            and ${stood(sql`r.deleted_at`, at)})
        and not exists (
          select from spaces.continuation c join spaces.said mine on mine.said_id = c.said_id
          where c.from_post_id = m.post_id and mine.author_id = ${readerId}
            and mine.created_at > m.at and mine.created_at <= ${at} and ${stood(sql`mine.deleted_at`, at)})
      order by m.post_id, m.at desc
    ),
    newest as materialized (select * from asked order by at desc limit ${CANDIDATES_PER_SOURCE_MAX})
    select w.said_id as "saidId", w.post_id as "postId", w.reply_id as "replyId", w.author_id as "authorId",
      w.created_at as at, ${wordingAt(at)},
      coalesce(w.kind = 'question', false) as "isQuestion",
      (select count(*)::int - 1 from spaces.mention other where other.said_id = w.said_id and other.at <= ${at}) as addressed,
      (select count(distinct a.person_id)::int from spaces.reaction a
        where a.said_id = w.said_id and a.kind in ('agree', 'curious') and a.person_id <> ${readerId} and a.at <= ${at})
        as waiting,
      exists (select from spaces.reply r
        where r.post_id = w.post_id and r.created_at > w.created_at and r.created_at <= ${at}
          and r.author_id not in (w.author_id, ${readerId}) and ${stood(sql`r.deleted_at`, at)}) as "answeredByOthers"
    from newest n
    ${saidOf(sql`n.said_id`)}
    join spaces.post p on p.id = w.post_id
    where w.deleted_at is null and ${isVisible(sql`w.space_id`, readerId)}`.execute(db)
  return found.rows.map((row) => ({
    key: `asked:${row.saidId}`,
    kind: 'needs-you',
    ...wordsOf(row),
    actions: ['answer', 'ask-more', 'route', 'thank', 'save', 'later', 'not-for-me'],
    facts: {
      askedByName: true,
      isQuestion: row.isQuestion,
      waiting: row.waiting,
      answeredByOthers: row.answeredByOthers,
      addressed: row.addressed,
    },
  }))
}

/**
 * Joins what was said, as `w`. One for each: PostgreSQL cannot tell for a view of two tables, expects hundreds of times
 * as many, and in a large network would one day read the tables whole.
 */
function saidOf(saidId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`cross join lateral (select * from spaces.said where said_id = ${saidId} limit 1) w`
}

/** Title and body as they read at an instant; `p` is the post and `w` what was said. */
function wordingAt(at: Temporal.Instant): RawBuilder<unknown> {
  return sql`
    case when p.edited_at > ${at} then spaces.title_at(p.id, p.title, ${at}) else p.title end as title,
    case when w.edited_at > ${at} then spaces.wording_at(w.said_id, w.body, ${at}) else w.body end as body`
}

/** True for what was not deleted yet at an instant. */
function stood(deletedAt: RawBuilder<unknown>, at: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`(${deletedAt} is null or ${deletedAt} > ${at})`
}

type ThankedRow = Omit<AskedRow, 'isQuestion' | 'addressed' | 'waiting' | 'answeredByOthers'> & {
  thanks: number
}

/** What was thanked by others and not yet by the reader: somebody's help that the reader may recognise. */
async function findThanked({ db, readerId, at }: CardQuestion): Promise<Candidate[]> {
  const found = await sql<ThankedRow>`
    with thanked as (
      select recent.said_id, count(distinct recent.person_id)::int as thanks
      from (
        select said_id, person_id from spaces.reaction
        where kind = 'thank' and at <= ${at} and at > ${at.subtract({ hours: 24 * THANKED_DAYS })}
        order by at desc limit ${THANKS_SCANNED}
      ) recent
      group by recent.said_id
      having bool_and(recent.person_id <> ${readerId})
    )
    select w.said_id as "saidId", w.post_id as "postId", w.reply_id as "replyId", w.author_id as "authorId",
      w.created_at as at, ${wordingAt(at)}, t.thanks
    from thanked t
    ${saidOf(sql`t.said_id`)}
    join spaces.post p on p.id = w.post_id
    where w.author_id <> ${readerId} and ${isHeard(sql`w.author_id`, readerId)} and w.deleted_at is null and w.created_at <= ${at}
      and ${isVisible(sql`w.space_id`, readerId)}
    order by t.thanks desc, w.said_id desc
    limit ${THANKED_CANDIDATES_MAX}`.execute(db)
  return found.rows.map((row) => ({
    key: `thanked:${row.saidId}`,
    kind: 'recognise',
    ...wordsOf(row),
    actions: ['thank', 'answer', 'save', 'later', 'not-for-me'],
    facts: { thanks: row.thanks },
  }))
}

function wordsOf(
  row: Pick<AskedRow, 'saidId' | 'postId' | 'replyId' | 'authorId' | 'at' | 'title' | 'body'>,
) {
  const { saidId, postId, authorId, at, body } = row
  return {
    saidId,
    postId,
    replyId: row.replyId ?? undefined,
    authorId,
    at,
    body,
    title: row.title ?? undefined,
    prompt: undefined,
  }
}
