// Pushes on their way out: written with the batch that they are of, sent by whichever process takes them.
import { sql } from 'kysely'
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { type Sentence, say, sentence } from '#platform/say'
import { personRefs } from '#rooms/people'
import { firstWords } from './digest.ts'
import { sentenceOf } from './notice.ts'
import { safeLine } from './plain-words.ts'
import type { WaitingThread } from './read-waiting.ts'
import type { Batch } from './write-digest.ts'

/** What a browser shows. */
export type PushWords = {
  title: string
  body: string
  /** Where pressing it leads, within the page. */
  address: string
  /** What comes again under the same tag replaces what stands there. */
  tag: string
}

/** After this nobody needs to hear of it any more. */
const WORTH_HOURS = 12
const BODY_WORDS_MAX = 24

/** Puts one push for each browser of the reader into the queue. @returns what it tells of: all */
export async function enqueuePushes(
  db: Db,
  { id, personId, kind, threads, preference, now }: Batch,
): Promise<WaitingThread[]> {
  const isUrgent = kind === 'urgent'
  const words: PushWords = {
    title: 'Foyer',
    body: preference.settings.pushSaysWhat
      ? await saying(db, threads, preference.language)
      : say(preference.language, secretly(isUrgent)),
    address: addressOf(threads),
    tag: id,
  }
  await putPushes(db, { batchId: id, personId, words, isUrgent, now })
  return [...threads]
}

type ToPush = {
  batchId: string
  personId: PersonId
  words: PushWords
  isUrgent: boolean
  now: Temporal.Instant
}

/** One push for each browser of somebody. */
export async function putPushes(db: Db, { batchId, personId, words, isUrgent, now }: ToPush): Promise<void> {
  await sql`
    insert into notices.push (batch_id, subscription_id, words, is_urgent, expires_at, try_at)
    select ${batchId}, s.id, ${JSON.stringify(words)}::jsonb, ${isUrgent}, ${now.add({ hours: WORTH_HOURS })}, ${now}
    from notices.push_subscription s where s.person_id = ${personId}`.execute(db)
}

/** A locked screen is read by whoever stands beside it. */
function secretly(isUrgent: boolean): Sentence {
  return isUrgent ? sentence('Somebody needs an answer soon.') : sentence('Something waits for you.')
}

async function saying(db: Db, threads: readonly WaitingThread[], language: Language): Promise<string> {
  const [first] = threads
  const doers = first?.summary.doers[0]
  if (first === undefined || doers === undefined) return say(language, secretly(false))
  const people = await personRefs(db, doers.personIds.slice(0, 2))
  const names = new Map([...people].map(([id, { name }]) => [id, safeLine(name)]))
  const title = first.row.title ?? first.row.space.name
  const told = firstWords(`${say(language, sentenceOf(doers, names))} ${safeLine(title)}`, BODY_WORDS_MAX)
  if (threads.length === 1) return told
  return `${told} ${say(language, sentence('And {more} more.', { more: threads.length - 1 }))}`
}

function addressOf(threads: readonly WaitingThread[]): string {
  const [first, second] = threads
  if (first === undefined || second !== undefined) return '/notices'
  const { deed, postId } = first
  return `/threads/${postId}${deed.replyId === null ? '' : `/${deed.replyId}`}`
}
