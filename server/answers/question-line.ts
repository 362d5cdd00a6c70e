// A question on one line, where another one leads to it, and whether the viewer may read it; `p` is `spaces.question_post`.
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx'

const LINE_CHARACTERS_MAX = 120

export const lineOf = sql<string>`coalesce(p.title, left(regexp_replace(p.body, '\\s+', ' ', 'g'), ${sql.lit(LINE_CHARACTERS_MAX)}))`

export function visibleTo({ viewer }: Pick<Ctx, 'viewer'>) {
  return sql<boolean>`exists (select from spaces.visible_space(${viewer.personId}) v where v.space_id = p.space_id)`
}
