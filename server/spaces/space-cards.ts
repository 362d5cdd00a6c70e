// How a space looks in lists and on its own page, built as JSON in SQL.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import { hasNewIn } from './newness.ts'
import { isVisible } from './visibility.ts'

/** The fields of a SpaceCard; `s` is the space. Activity and members of what one may not read stay unknown. */
export function spaceCardFields(viewerId: PersonId): RawBuilder<unknown> {
  return sql`
    'id', s.id, 'name', s.name, 'visibility', s.visibility, 'isConversation', s.is_conversation,
    'purpose', s.purpose, 'isPorous', s.is_porous,
    'memberCount', (select count(*) from spaces.membership m where m.space_id = s.id),
    'lastAt', case when ${isVisible(sql`s.id`, viewerId)} then
      (select t.last_at from spaces.thread t where t.space_id = s.id order by t.last_at desc limit 1) end,
    'youAreMember', exists (select from spaces.membership m where m.space_id = s.id and m.person_id = ${viewerId}),
    'youFollow', exists (select from spaces.follow f
      where f.person_id = ${viewerId} and f.what = 'space' and f.target_id = s.id),
    'hasNew', ${isVisible(sql`s.id`, viewerId)} and ${hasNewIn(sql`s.id`, viewerId)}`
}
