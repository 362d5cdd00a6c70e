// What was said around something that was brought to the reader, and by whom it was not brought.
import { sql } from 'kysely'
import type { Around, delegates } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { PersonId, PersonRef, PostId, ReplyId, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { readCardWords } from '#rooms/spaces'
import { findLatestBrief } from '../store.ts'
import { preparedIn, preparedOfCard } from './prepared-reply.ts'
import { listPrepared } from './store.ts'

const SPEAKERS_MAX = 50
const OPENING_CHARACTERS = 280

type Speaker = {
  person: PersonRef
  distance: number | null
  replyId: ReplyId | null
  at: Temporal.Instant
  opening: string
  saidCount: number
}

export async function seeAround(ctx: Ctx, { postId }: InputOf<typeof delegates.seeAround>): Promise<Around> {
  const viewerId = ctx.viewer.personId
  const originalId = postId as string as SaidId
  const brief = await findLatestBrief(ctx.db, viewerId)
  const cards = brief?.plan.cards.filter((card) => card.postId === postId) ?? []
  const words = await readCardWords(ctx.db, viewerId, [
    originalId,
    ...cards.flatMap(({ saidId }) => saidId ?? []),
  ])
  const original = words.get(originalId)
  if (original === undefined) {
    throw refusal('not-found', 'no-such-thread', 'This thread does not exist for you.')
  }
  const prepared = preparedIn(await listPrepared(ctx.db, viewerId, ctx.now))
  const brought = cards.flatMap((card) => {
    const said = card.saidId === null ? undefined : words.get(card.saidId)
    return said === undefined ? [] : [{ words: said, prepared: preparedOfCard(card, prepared) }]
  })
  const heardIds = [viewerId, ...brought.map(({ words: { author } }) => author.id)]
  const speakers = await listSpeakers(ctx, { postId, heardIds })
  return { original, brought, ...countsOf(speakers), others: speakers.slice(0, SPEAKERS_MAX).map(toSpeaker) }
}

/** Everybody else who spoke in a thread that the viewer may read, whoever spoke last first. */
async function listSpeakers(
  ctx: Ctx,
  { postId, heardIds }: { postId: PostId; heardIds: readonly PersonId[] },
): Promise<Speaker[]> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Speaker>`
    with spoken as materialized (
      select distinct on (w.author_id) w.author_id, w.reply_id, w.created_at, w.said_id,
        left(w.body, ${OPENING_CHARACTERS}) as opening, count(*) over (partition by w.author_id)::int as said_count
      from spaces.said w
      where w.post_id = ${postId} and w.deleted_at is null and w.author_id <> all (${heardIds}::uuid[])
        and exists (select from spaces.visible_space(${viewerId}) v where v.space_id = w.space_id)
      order by w.author_id, w.created_at desc, w.said_id desc
    )
    select card.ref as person, d.distance, s.reply_id as "replyId", s.created_at as at, s.opening,
      s.said_count as "saidCount"
    from spoken s
    join people.person_card card on card.id = s.author_id
    left join people.distances(${viewerId}, array(select author_id from spoken)) d on d.person_id = s.author_id
    order by s.created_at desc, s.said_id desc`.execute(ctx.db)
  return found.rows
}

function toSpeaker(speaker: Speaker): Around['others'][number] {
  return { ...speaker, at: speaker.at.toString() }
}

function countsOf(speakers: readonly Speaker[]): Pick<Around, 'otherCount' | 'byDistance' | 'byUnit'> {
  const byDistance = Map.groupBy(speakers, ({ distance }) => distance)
  const byUnit = Map.groupBy(speakers, ({ person }) => person.unit)
  return {
    otherCount: speakers.length,
    byDistance: [...byDistance]
      .map(([distance, { length: people }]) => ({ distance, people }))
      .toSorted((one, other) => (one.distance ?? Infinity) - (other.distance ?? Infinity)),
    byUnit: [...byUnit]
      .map(([unit, { length: people }]) => ({ unit, people }))
      .toSorted(
        (one, other) => other.people - one.people || (one.unit ?? '').localeCompare(other.unit ?? ''),
      ),
  }
}
