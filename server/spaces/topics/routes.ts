import { topics } from '#contract/topics'
import { on, type Route } from '#platform/gate'
import { followTopic, unfollowTopic } from './follow-topic.ts'
import { getTopic } from './get-topic.ts'
import { listMergedTopics } from './list-merged-topics.ts'
import { listPostsOfTopic } from './list-posts-of-topic.ts'
import { listTopics } from './list-topics.ts'
import { mergeTopics, unmergeTopic } from './merge-topics.ts'

export const topicsRoutes: Route[] = [
  on(topics.getTopic, getTopic),
  on(topics.listPostsOfTopic, listPostsOfTopic),
  on(topics.listTopics, listTopics),
  on(topics.followTopic, followTopic),
  on(topics.unfollowTopic, unfollowTopic),
  on(topics.mergeTopics, mergeTopics),
  on(topics.unmergeTopic, unmergeTopic),
  on(topics.listMergedTopics, listMergedTopics),
]
