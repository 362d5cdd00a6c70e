// Where a question out of a mail is best asked: where its words are spoken, else where its asker speaks most.
import { sql } from 'kysely'
import type { SpaceId } from '#contract/ref'
import { search as contract } from '#contract/search'
import type { Ctx } from '#platform/ctx'
import { search } from '#rooms/spaces'

export type Proposed = { id: SpaceId; name: string }

const FOUND = 12
const QUERY_CHARACTERS_MAX = 200
const OWN_WORDS_COUNTED = 200
const WORDS = new Intl.Segmenter('und', { granularity: 'word' })

/** @returns undefined for somebody who is nowhere yet */
export async function proposeSpace(ctx: Ctx, words: string): Promise<Proposed | undefined> {
  return (await spokenIn(ctx, words)) ?? (await mostUsedBy(ctx))
}

/** The space of most that is found by the words, what is found first counting most. */
async function spokenIn(ctx: Ctx, words: string): Promise<Proposed | undefined> {
  const query = plainQuery(words)
  if (query === '') return undefined
  const { items } = await search(ctx, contract.search.input.parse({ query, limit: FOUND }))
  const worth = new Map<string, { space: Proposed; worth: number }>()
  for (const [place, { space }] of items.entries()) {
    if (space.isConversation) continue
    const before = worth.get(space.id)?.worth ?? 0
    worth.set(space.id, { space, worth: before + 1 / (place + 1) })
  }
  const best = [...worth.values()].toSorted((one, other) => other.worth - one.worth)[0]?.space
  return best && { id: best.id, name: best.name }
}

/** Words alone: what means something to the search, such as `from:` or a minus, does not. */
function plainQuery(words: string): string {
  const plain: string[] = []
  let characters = 0
  for (const { segment, isWordLike } of WORDS.segment(words.slice(0, QUERY_CHARACTERS_MAX * 2))) {
    if (!isWordLike || characters + segment.length >= QUERY_CHARACTERS_MAX) continue
    plain.push(segment)
    characters += segment.length + 1
  }
  return plain.join(' ')
}

async function mostUsedBy({ db, viewer }: Ctx): Promise<Proposed | undefined> {
  const found = await sql<Proposed>`
    select s.space_id as id, s.name
    from spaces.space_to_ask(${viewer.personId}) with ordinality s (space_id, name, place)
    left join (
      select own.space_id, count(*) as said
      from (select w.space_id from spaces.said w where w.author_id = ${viewer.personId}
        order by w.created_at desc limit ${OWN_WORDS_COUNTED}) own
      group by own.space_id) own on own.space_id = s.space_id
    order by own.said desc nulls last, s.place limit 1`.execute(db)
  return found.rows[0]
}
