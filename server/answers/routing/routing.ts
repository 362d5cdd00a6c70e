// Rules of putting a question to people. Pure.
import type { PersonId, PostId, ReplyId } from '#contract/ref'
import { type Refusal, refusal } from '#platform/refusal'

/** So many are asked at once: where more are, each leaves it to the others. */
const WAITING_MAX = 3
/** So many questions one person puts to others in a day. */
export const ROUTED_PER_DAY_MAX = 10

/** What has an answer, or leads to another question, is put to nobody. */
export function isRoutable({
  answerId,
  mergedInto,
}: {
  answerId: ReplyId | null
  mergedInto: PostId | null
}): boolean {
  return answerId === null && mergedInto === null
}

export type Putting = {
  question: { authorId: PersonId; answerId: ReplyId | null; mergedInto: PostId | null }
  viewerId: PersonId
  person: { id: PersonId; isActive: boolean; mayRead: boolean; wasAsked: boolean }
  /** How many were asked and have neither answered nor passed it on. */
  waiting: number
  routedToday: number
}

export function whyNotRoute({
  question,
  viewerId,
  person,
  waiting,
  routedToday,
}: Putting): Refusal | undefined {
  if (!isRoutable(question))
    return refusal(
      'conflict',
      'needs-nobody',
      'This question has an answer, or leads to another one; nobody needs to be asked.',
    )
  if (person.id === viewerId)
    return refusal('invalid', 'asked-yourself', 'Nobody needs to put a question to you for you to answer it.')
  if (person.id === question.authorId)
    return refusal('invalid', 'asked-the-asker', 'They asked this question themselves.')
  if (!person.isActive || !person.mayRead)
    return refusal('conflict', 'may-not-read', 'They cannot read this question. Ask somebody who can.')
  if (person.wasAsked)
    return refusal('conflict', 'asked-already', 'They were asked already. Nobody is asked twice.')
  if (waiting >= WAITING_MAX)
    return refusal(
      'conflict',
      'enough-are-asked',
      'At most {most} people are asked at once. Wait until one of them answers or passes it on.',
      { most: WAITING_MAX },
    )
  if (routedToday >= ROUTED_PER_DAY_MAX)
    return refusal(
      'too-many',
      'routed-too-often',
      'You put {most} questions to others within a day. Go on tomorrow.',
      { most: ROUTED_PER_DAY_MAX },
    )
  return undefined
}
