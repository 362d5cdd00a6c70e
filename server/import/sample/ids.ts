// Identities of what the sample company holds: made of its keys, so that everybody's sample company is the same one.
import type { FileId, PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import { idOf } from '#platform/ids'
import type { Sample, SampleThread, SampleWords } from './sample.ts'

const NO_INSTANT = Temporal.Instant.fromEpochMilliseconds(0)
const SOURCE = 'sample'

export function personIdOf(key: string): PersonId {
  return idOf<PersonId>(SOURCE, `person ${key}`, NO_INSTANT)
}

export function spaceIdOf(key: string): SpaceId {
  return idOf<SpaceId>(SOURCE, `space ${key}`, NO_INSTANT)
}

export function saidIdOf({ key }: Pick<SampleWords, 'key'>): SaidId {
  return idOf<SaidId>(SOURCE, `said ${key}`, NO_INSTANT)
}

export function postIdOf(thread: Pick<SampleThread, 'key'>): PostId {
  return saidIdOf(thread) as string as PostId
}

export function fileIdOf(name: string): FileId {
  return idOf<FileId>(SOURCE, `file ${name}`, NO_INSTANT)
}

/** Whatever is said, each with its thread; a post stands in the thread that it begins. */
export function everythingSaid({ threads }: Sample): { words: SampleWords; thread: SampleThread }[] {
  return threads.flatMap((thread) => [thread, ...thread.replies].map((words) => ({ words, thread })))
}
