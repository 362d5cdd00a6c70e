import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { spaceRef } from './json-parts.ts'

/** How many postings of common words a search may touch; beyond it only the rarer words choose candidates. */
const POSTINGS_BUDGET = 5000
// Private-use characters cannot stand in what people type, so the page can tell a found word from any markup.
const HEADLINE = 'StartSel=\ue000, StopSel=\ue001, MaxFragments=1, MaxWords=32, MinWords=16'

/** Finds posts and replies; the visibility rule stands inside `spaces.find_said`. */
export async function search(ctx: Ctx, input: InputOf<typeof spaces.search>): Promise<RawJson> {
  const found = await sql<{ items: string }>`
    select coalesce(json_agg(json_build_object(
      'saidId', w.said_id, 'postId', w.post_id, 'replyId', w.reply_id, 'kind', p.kind, 'title', p.title,
      'excerpt', ts_headline('spaces.words', words.plain, plainto_tsquery('spaces.words', ${input.query}), ${HEADLINE}),
      'author', author.ref, 'space', ${spaceRef}, 'at', w.created_at
    ) order by hit.score desc, w.said_id desc), '[]')::text as items
    from spaces.find_said(
      ${ctx.viewer.personId}, ${input.query}, ${input.spaceId ?? null}, ${input.authorId ?? null},
      ${input.limit}, ${POSTINGS_BUDGET}
    ) hit
    join spaces.said w on w.said_id = hit.said_id
    join spaces.post p on p.id = w.post_id
    join spaces.space s on s.id = w.space_id
    join people.person_card author on author.id = w.author_id
    cross join lateral (
      select regexp_replace(left(w.body, 20000), '@\\[([^\\]]+)\\]\\(person:[^)]+\\)', '@\\1', 'g') as plain
    ) words`.execute(ctx.db)
  return { json: `{"items":${found.rows[0]?.items ?? '[]'}}` }
}
