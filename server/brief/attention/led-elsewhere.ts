// Where an answer may be found while a question waits: earlier threads like it, and who was thanked for replies like it.
import type { Elsewhere } from '#contract/attention'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { Found } from '#contract/search'
import type { Ctx } from '#platform/ctx'
import { asSaid, readCardWords, search } from '#rooms/spaces'
import { lineOf } from '../line-of.ts'

const THREADS_MAX = 3
const PEOPLE_MAX = 2
const LOOKED_AT = 40
const WORDS_SOUGHT = 12
const WORD_LETTERS_MIN = 4
/** With one word in common two texts may be about anything. */
const WORDS_SHARED_MIN = 2

/**
 * The words by which others like it are looked for: its longest, which tell most. Pure.
 * @returns plain words, of which none is an operator of the search
 */
function soughtWords({ title, body }: { title: string | null; body: string }): string[] {
  const text = `${title ?? ''} ${body}`
    .replace(/@\[[^\]]+\]\([^)]+\)/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .toLowerCase()
  const words = new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])
  return [...words]
    .filter((word) => word.length >= WORD_LETTERS_MIN)
    .toSorted((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .slice(0, WORDS_SOUGHT)
}

/** How many different words of the search stand in what was found; the search marks them. Pure. */
function sharedWords({ title, excerpt }: Pick<Found, 'title' | 'excerpt'>): number {
  const marked = `${title ?? ''} ${excerpt}`.matchAll(/\uE000([^\uE001]*)\uE001/g)
  return new Set([...marked].map(([, word = '']) => word.toLowerCase())).size
}

type Question = { saidId: SaidId; postId: PostId; askedIds: readonly PersonId[] }

/** Looks among what the viewer may read; undefined where nothing like it was found. */
export async function ledElsewhere(
  ctx: Ctx,
  { saidId, postId, askedIds }: Question,
): Promise<Elsewhere | undefined> {
  const viewerId = ctx.viewer.personId
  const asked = (await readCardWords(ctx.db, viewerId, [saidId])).get(saidId)
  const sought = asked === undefined ? [] : soughtWords(asked)
  if (asked === undefined || sought.length < WORDS_SHARED_MIN) return undefined
  const { items } = await search(ctx, { query: sought.join(' ').slice(0, 300), limit: LOOKED_AT })
  const alike = items.filter((found) => found.postId !== postId && sharedWords(found) >= WORDS_SHARED_MIN)
  const threadIds = [...new Set(alike.map((found) => asSaid(found.postId)))]
  const words = await readCardWords(ctx.db, viewerId, [
    ...new Set([...threadIds, ...alike.map((found) => found.saidId)]),
  ])
  const known = (ids: readonly SaidId[]) => ids.flatMap((id) => words.get(id) ?? [])
  const threads = known(threadIds).filter(({ replyCount }) => replyCount > 0)
  const replies = known(alike.filter(({ replyId }) => replyId !== null).map((found) => found.saidId))
  const people = thankedAmong(replies, { spaceId: asked.space.id, but: [viewerId, ...askedIds] })
  if (threads.length === 0 && people.length === 0) return undefined
  return {
    threads: threads.slice(0, THREADS_MAX).map((thread) => ({
      postId: thread.postId,
      line: lineOf({ kind: 'needs-you', title: thread.title ?? undefined, body: thread.body }, undefined),
      replyCount: thread.replyCount,
    })),
    people,
  }
}

/** Who of a space was thanked for replies, and for how many of them; the most thanked first. Pure. */
function thankedAmong(
  replies: readonly Pick<CardWords, 'author' | 'space' | 'reactions'>[],
  { spaceId, but }: { spaceId: SpaceId; but: readonly PersonId[] },
): Elsewhere['people'] {
  const thanked = replies.filter(
    ({ author, space, reactions }) =>
      space.id === spaceId &&
      author.isActive &&
      !but.includes(author.id) &&
      reactions.some(({ kind, count }) => kind === 'thank' && count > 0),
  )
  return [...Map.groupBy(thanked, ({ author }) => author.id).values()]
    .flatMap(([first, ...rest]) =>
      first === undefined ? [] : [{ person: first.author, thankedCount: rest.length + 1 }],
    )
    .toSorted((one, other) => other.thankedCount - one.thankedCount)
    .slice(0, PEOPLE_MAX)
}
