// Gather, hydrate, rule, present: posts of all spaces that one may see, weighed for one reader. Nothing is kept.
import type { InputOf } from '#contract/endpoint'
import type { PersonId, PersonRef, PostId } from '#contract/ref'
import type { WorthYourTime, worth } from '#contract/worth'
import type { CardQuestion } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import type { KnownOfPost, WorthSource } from '#platform/worth'
import { personRefs, type Reader } from '#rooms/people'
import { findWorthPosts, readPostCards, type WorthPost } from '#rooms/spaces'
import { requireReader } from '../access.ts'
import { touches } from '../features-of.ts'
import { FALLBACK_TIME_ZONE, nextSitting } from '../next-sitting.ts'
import { readPreference } from '../preference.ts'
import { countWords, secondsOf } from '../reading-time.ts'
import { remembered } from '../remembered.ts'
import { fadesOf, reasonsOf, type WeighedCandidate } from './why-worthwhile.ts'
import { worthYourTime } from './worth.ts'

type Known = ReadonlyMap<PostId, KnownOfPost>
type Around = { people: ReadonlyMap<PersonId, PersonRef>; known: Known }

/** @param sources what each room knows of posts */
export function listWorthYourTimeFrom(sources: readonly WorthSource[]) {
  return async function listWorthYourTime(
    ctx: Ctx,
    _input: InputOf<typeof worth.listWorthYourTime>,
  ): Promise<WorthYourTime> {
    const reader = await requireReader(ctx)
    const { settings } = await readPreference(ctx.db, reader.ref.id)
    const question = { db: ctx.db, readerId: reader.ref.id, at: ctx.now }
    const posts = await findWorthPosts(question)
    const around = await hydrate(question, posts, sources)
    const { wordsPerMinute } = settings
    const candidates = posts.map((post) => weighed(post, around, { reader, at: ctx.now, wordsPerMinute }))
    const chosen = worthYourTime(candidates, settings.minutes * 60)
    const cards = await readPostCards(
      ctx.db,
      reader.ref.id,
      chosen.map(({ candidate }) => candidate.postId),
    )
    const items = chosen.flatMap((each) => {
      const post = cards.get(each.candidate.postId)
      if (post === undefined) return []
      const { language } = ctx.viewer
      const terms = reasonsOf(each, { purpose: reader.purpose, language })
      return [
        {
          post,
          seconds: each.candidate.seconds,
          score: hundredths(each.score),
          terms,
          fades: fadesOf(each, language),
        },
      ]
    })
    return {
      items,
      minutes: settings.minutes,
      secondsPlanned: items.reduce((sum, { seconds }) => sum + seconds, 0),
      candidateCount: candidates.length,
      nextAt: nextSitting(ctx.now, {
        ...settings,
        timeZone: reader.timeZone ?? FALLBACK_TIME_ZONE,
      }).toString(),
    }
  }
}

/** Who is around the posts, from the people; and what each other room knows of them. */
async function hydrate(
  question: CardQuestion,
  posts: readonly WorthPost[],
  sources: readonly WorthSource[],
): Promise<Around> {
  const ids = new Set(posts.flatMap(({ authorId, engagedIds }) => [authorId, ...engagedIds]))
  const people = await personRefs(question.db, [...ids])
  const asked = posts.map(({ postId, authorId }) => ({
    postId,
    authorId,
    unit: people.get(authorId)?.unit ?? undefined,
  }))
  const told = await Promise.all(sources.map((source) => source(question, asked)))
  const known = new Map(
    posts.map(({ postId }) => [postId, Object.assign({}, ...told.map((each) => each.get(postId)))]),
  )
  return { people, known }
}

/** The same posts come before many readers, and counting is the dearest part of weighing them. */
const wordsIn = remembered(countWords, 10_000)

type Reading = { reader: Reader; at: Temporal.Instant; wordsPerMinute: number }

function weighed(
  post: WorthPost,
  { people, known }: Around,
  { reader, at, wordsPerMinute }: Reading,
): WeighedCandidate {
  const { postId, authorId, spaceId, title, body, followed, asksMe, topics } = post
  const author = people.get(authorId)
  const unit = author?.unit ?? undefined
  const text = title === null ? body : `${title}.\n\n${body}`
  const units = new Set(post.engagedIds.flatMap((id) => people.get(id)?.unit ?? []))
  const { unheardCell = false, decisionNeeded = false } = known.get(postId) ?? {}
  return {
    ...{ key: postId, postId, authorId, unit, followed, authorName: author?.name ?? '' },
    ageHours: Math.max(0, post.at.until(at).total('hours')),
    seconds: secondsOf({
      words: wordsIn(title ?? '') + wordsIn(body),
      actionSeconds: 0,
      wordsPerMinute,
    }),
    marks: [
      `space:${spaceId}`,
      `author:${authorId}`,
      `unit:${unit ?? ''}`,
      ...topics.map((each) => `#${each}`),
    ],
    facts: {
      ...{ asksMe, unheardCell, decisionNeeded, followed: followed !== null },
      purposeMatch: reader.purpose !== undefined && touches(text, reader.purpose),
      unitsEngaged: units.size,
    },
  }
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100
}
