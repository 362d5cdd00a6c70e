// Topics: what is said of one, who follows it, and which words lead to it.
import { z } from 'zod'
import { read, write } from './endpoint.ts'
import { paged, pageOf } from './paging.ts'
import { At, Done, PersonRef, SpaceRef } from './ref.ts'
import { PostCard } from './said.ts'
import { TopicCount } from './search.ts'
import { FeedOrder } from './spaces.ts'

const TOPIC_CHARACTERS_MAX = 60

/** A topic as it is written, with or without its `#`. */
export const TopicName = z
  .string()
  .trim()
  .regex(
    new RegExp(`^#?[\\p{L}\\p{M}\\p{N}_-]{1,${TOPIC_CHARACTERS_MAX}}$`, 'u'),
    'A topic is one word of letters, digits, hyphens and underscores.',
  )

/** Of posts that you may see; a thousand stand for any number from there. */
const PostCount = z.number().int().min(0).max(1000)

export const Topic = z.object({
  /** In lower case; where the word that was asked for was merged, what it leads to. */
  topic: z.string(),
  postCount: PostCount,
  /** Where it is used most, and in how many of its newest threads. */
  spaces: z.array(z.object({ space: SpaceRef, postCount: PostCount })),
  /** Topics named in the same threads. */
  related: z.array(z.object({ topic: z.string(), postCount: PostCount })),
  /** The first twelve by name; guests are told of nobody. */
  followers: z.array(PersonRef),
  followerCount: z.number().int(),
  youFollow: z.boolean(),
  /** Words that were merged into it, as far as posts that you may see have them. */
  aliases: z.array(z.string()),
  may: z.object({ merge: z.boolean() }),
})
export type Topic = z.output<typeof Topic>

const Merged = z.object({ topic: z.string(), into: z.string(), by: PersonRef, at: At })

export const topics = {
  getTopic: read('spaces', 'get-topic', {
    summary: 'A topic as far as you may see it: where it is used, by whom it is followed, what goes with it.',
    caller: 'person',
    input: z.strictObject({ topic: TopicName }),
    reply: Topic,
  }),
  listPostsOfTopic: read('spaces', 'list-posts-of-topic', {
    summary: 'The threads that you may see in which a topic is named.',
    caller: 'person',
    input: z.strictObject({ topic: TopicName, order: FeedOrder.default('activity'), ...paged }),
    reply: pageOf(PostCard),
  }),
  listTopics: read('spaces', 'list-topics', {
    summary: 'Topics that you follow, and those named most of late in what you may see.',
    caller: 'person',
    input: z.strictObject({}),
    reply: z.object({ followed: z.array(z.string()), lately: z.array(TopicCount) }),
  }),
  followTopic: write('spaces', 'follow-topic', {
    summary: 'Follows a topic: threads that name it come to your home, as far as you may see them.',
    caller: 'person',
    input: z.strictObject({ topic: TopicName }),
    reply: Done,
  }),
  unfollowTopic: write('spaces', 'unfollow-topic', {
    summary: 'Stops following a topic.',
    caller: 'person',
    input: z.strictObject({ topic: TopicName }),
    reply: Done,
  }),
  mergeTopics: write('spaces', 'merge-topics', {
    summary: 'Lets one topic lead to another. What was written stays as it is. For stewards.',
    caller: 'person',
    input: z.strictObject({ topic: TopicName, into: TopicName }),
    reply: Done,
  }),
  unmergeTopic: write('spaces', 'unmerge-topic', {
    summary: 'Takes a merge back: the topic stands for itself again, as it did before. For stewards.',
    caller: 'person',
    input: z.strictObject({ topic: TopicName }),
    reply: Done,
  }),
  listMergedTopics: read('spaces', 'list-merged-topics', {
    summary: 'Which topics were merged into which, by the word. For stewards.',
    caller: 'person',
    input: z.strictObject({ ...paged }),
    reply: pageOf(Merged),
  }),
}
