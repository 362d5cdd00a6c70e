// Rules of merging topics. Pure.
import type { Viewer } from '#platform/ctx'
import { type Refusal, refusal } from '#platform/refusal'

/** So many words lead to one topic at most; every list of a topic looks for each of them. */
const ALIASES_MAX = 50

export function mayMerge({ roles }: Pick<Viewer, 'roles'>): boolean {
  return roles.has('steward')
}

export type PlannedMerge = {
  topic: string
  into: string
  /** Where the one leads now, and where the other leads now; itself where it was not merged. */
  rootOfTopic: string
  rootOfInto: string
  /** How many words would lead to the topic in the end. */
  aliasCount: number
}

/** Why a topic cannot be merged into another. A merge that leads back to where it began would lead nowhere. */
export function whyNotMerge(merge: PlannedMerge): Refusal | undefined {
  const { topic, into, rootOfTopic, rootOfInto, aliasCount } = merge
  if (topic === into) return refusal('invalid', 'same-topic', 'These are the same topic.')
  if (rootOfTopic !== topic) {
    return refusal('conflict', 'merged-already', '#{topic} leads to #{root}. Take that back first.', {
      topic,
      root: rootOfTopic,
    })
  }
  if (rootOfInto === topic) {
    return refusal('conflict', 'merge-circle', '#{into} leads to #{topic}, so this would be a circle.', {
      into,
      topic,
    })
  }
  if (aliasCount > ALIASES_MAX) {
    return refusal('too-many', 'too-many-aliases', 'At most {most} words can lead to one topic.', {
      most: ALIASES_MAX,
    })
  }
  return undefined
}

export function whyNotMergeAtAll(viewer: Pick<Viewer, 'roles'>): Refusal | undefined {
  if (mayMerge(viewer)) return undefined
  return refusal('forbidden', 'stewards-only', 'Only stewards merge topics.')
}
