// Which words lead to a topic, as far as one viewer may know.
import { type RawBuilder, sql } from 'kysely'
import type { Ctx } from '#platform/ctx'
import { isVisible } from '../visibility.ts'
import { topicName } from '../words.ts'

export type NamedTopic = {
  /** What the topic is called. */
  topic: string
  /** Every word that names it in something that the viewer may see; none where nothing does. */
  words: string[]
}

/** A topic as it was asked for, in the form in which it is kept. */
export function askedTopic(given: string): string {
  return topicName(given.replace(/^#/, ''))
}

/** What a word leads to for the viewer. Where nothing that they may see is named so, it leads nowhere but to itself. */
export async function findNamedTopic(ctx: Ctx, given: string): Promise<NamedTopic> {
  const asked = askedTopic(given)
  const found = await sql<NamedTopic>`
    select spaces.topic_for(${ctx.viewer.personId}, ${asked}) as topic,
      array(
        select f.topic from spaces.topic_family(${asked}) f
        where exists (select from spaces.topic_thread t where t.topic = f.topic and ${isSeenIn(ctx)})
        order by f.topic
      ) as words`.execute(ctx.db)
  return found.rows[0] ?? { topic: asked, words: [] }
}

/** True for rows `t` of `spaces.topic_thread` that the viewer may see. */
export function isSeenIn({ viewer }: Ctx): RawBuilder<boolean> {
  return isVisible(sql`t.space_id`, viewer.personId)
}
