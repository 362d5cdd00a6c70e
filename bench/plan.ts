// Who is in the network that everything is measured on, and who says what where and when: made up, the same for the
// same seed. Words are made when they are written down, so that a plan of millions of replies stays small.
import type { PersonId, SpaceId } from '#contract/ref'
import { idOf } from '#platform/ids'
import { type Chance, chanceFrom, zipf } from './chance.ts'
import { type Writer, writerFrom } from './made-up-words.ts'

export type NetworkSize = { people: number; spaces: number; threads: number; replies: number }

export type Person = { id: PersonId; name: string }
export type Space = { id: SpaceId; visibility: string; members: number[] }
/** Something said; people are numbers, times are seconds since 1970. */
export type Said = { number: number; author: number; mentioned: number | undefined; at: number }
export type Post = Said & { space: Space; isQuestion: boolean; replies: Said[] }
export type Plan = {
  people: Person[]
  spaces: Space[]
  posts: Post[]
  writer: Writer
  begunAt: number
  endsAt: number
}

const SEED = 20_260_302
const DAYS = 365
const SECONDS_OF_DAY = 86_400
const SPACES_EACH = 10

export function planNetwork(size: NetworkSize, until: Temporal.Instant): Plan {
  const chance = chanceFrom(SEED)
  const writer = writerFrom(SEED)
  const endsAt = Math.floor(until.epochMilliseconds / 1000)
  const begunAt = endsAt - DAYS * SECONDS_OF_DAY
  const begun = instantOf(begunAt)
  const people = Array.from({ length: size.people }, (_, number) => ({
    id: idOf<PersonId>('bench person', String(number), begun),
    name: writer.name(chance),
  }))
  const spaces = Array.from({ length: size.spaces }, (_, number): Space => {
    const visibility = number % 20 < 12 ? 'open' : number % 20 < 17 ? 'closed' : 'private'
    return { id: idOf<SpaceId>('bench space', String(number), begun), visibility, members: [] }
  })
  fillSpaces(chance, { people, spaces })
  const posts = planPosts({ chance, spaces, size, begunAt, endsAt })
  return { people, spaces, posts, writer, begunAt, endsAt }
}

export function instantOf(seconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
}

/** The chance that makes the words and reactions of something said: its own, so that the order of writing is free. */
export function chanceOf({ number }: Said, purpose: number): Chance {
  return chanceFrom(Math.imul(number + 1, 2_654_435_761) ^ purpose)
}

export function idOfSaid({ number, at }: Said): string {
  return idOf('bench said', String(number), instantOf(at))
}

/** Some spaces are large and many small, as in any network. */
function fillSpaces(chance: Chance, { people, spaces }: Pick<Plan, 'people' | 'spaces'>): void {
  const pickSpace = zipf({ count: spaces.length, exponent: 0.5 })
  for (const [person] of people.entries()) {
    const joined = new Set<number>()
    while (joined.size < Math.min(SPACES_EACH, spaces.length)) joined.add(pickSpace(chance))
    for (const space of joined) spaces[space]?.members.push(person)
  }
}

type Task = { chance: Chance; spaces: Space[]; size: NetworkSize; begunAt: number; endsAt: number }

function planPosts({ chance, spaces, size, begunAt, endsAt }: Task): Post[] {
  const pickSpace = zipf({ count: spaces.length, exponent: 0.5 })
  const inhabited = spaces.filter(({ members }) => members.length > 1)
  let number = 0
  const say = ({ members }: Space, at: number): Said => {
    number += 1
    const mentioned = chance.isLikely(0.2) ? chance.pick(members) : undefined
    return { number, author: chance.pick(members), mentioned, at }
  }
  const begun = Array.from({ length: size.threads }, () => begunAt + chance.below(endsAt - begunAt)).sort()
  const posts = begun.map((at): Post => {
    const picked = spaces[pickSpace(chance)]
    const space = picked !== undefined && picked.members.length > 1 ? picked : chance.pick(inhabited)
    return { ...say(space, at), space, isQuestion: chance.isLikely(0.2), replies: [] }
  })
  // The power below gives some threads very many replies and most of them a few.
  const busiest = posts
    .map((post) => ({ post, rank: chance.share() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ post }) => post)
  for (let count = 0; count < size.replies; count += 1) {
    const post = busiest[Math.floor(posts.length * chance.share() ** 1.5)] ?? chance.pick(posts)
    const wait = Math.min(endsAt - post.at, Math.ceil(chance.wait(2 * SECONDS_OF_DAY)))
    post.replies.push(say(post.space, post.at + wait))
  }
  return posts
}
