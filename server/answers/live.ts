// Open threads hear that their question stands otherwise; each page then asks how, as its reader may see it.
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import type { LiveSource } from '#platform/live'
import type { Happening } from '#platform/live-happening'

export function questionChanged({ postId, spaceId }: { postId: PostId; spaceId: SpaceId }): Happening {
  return { what: 'answers/question-changed', postId, spaceId }
}

export const answersLive: LiveSource = {
  room: 'answers',
  tell: async (db, heard) => {
    // The same question told of twice in a round is told of once.
    const changed = new Map(
      heard
        .filter(({ happening }) => happening.what === 'answers/question-changed')
        .map((each) => [String(each.happening.postId), each]),
    )
    const asked = [...changed].flatMap(([postId, { happening, listening }]) =>
      listening(`postId:${postId}`).map((personId) => ({
        personId,
        postId,
        spaceId: String(happening.spaceId),
      })),
    )
    const told = Map.groupBy(await thoseWhoMayHear(db, asked), ({ postId }) => postId)
    return [...told].map(([postId, people]) => ({
      topic: `postId:${postId}`,
      personIds: new Set(people.map(({ personId }) => personId)),
      json: JSON.stringify({ what: 'question-changed', postId }),
    }))
  },
}

type Listening = { personId: PersonId; postId: string; spaceId: string }

async function thoseWhoMayHear(db: Db, asked: readonly Listening[]): Promise<readonly Listening[]> {
  if (asked.length === 0) return []
  const found = await sql<Listening>`
    select asked.person_id as "personId", asked.post_id as "postId", asked.space_id as "spaceId"
    from unnest(
      ${asked.map(({ personId }) => personId)}::uuid[], ${asked.map(({ postId }) => postId)}::uuid[],
      ${asked.map(({ spaceId }) => spaceId)}::uuid[]) as asked (person_id, post_id, space_id)
    where exists (
      select from spaces.visible_space(asked.person_id) v where v.space_id = asked.space_id)`.execute(db)
  return found.rows
}
