// Gathers what a digest says, hydrates it with words and names, lets the rules choose, and writes the letter.
import type { PersonId, PersonRef, PostId, SaidId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { Db } from '#platform/db'
import { say, sentence } from '#platform/say'
import { enqueueLetter, type MailSettings, oneButtonLink, replyAddressFor } from '#rooms/mail'
import { personRefs } from '#rooms/people'
import { asSaid, mentionedIn, readCardWords } from '#rooms/spaces'
import type { BatchKind } from './batches.ts'
import { type DigestItem, digestOf } from './digest.ts'
import { digestLetter, type ItemLinks } from './digest-letter.ts'
import { sentenceOf } from './notice.ts'
import { plainWords, safeLine } from './plain-words.ts'
import type { Preference } from './preference.ts'
import type { WaitingThread } from './read-waiting.ts'

export type Batch = {
  id: string
  personId: PersonId
  kind: BatchKind
  preference: Preference
  threads: readonly WaitingThread[]
  now: Temporal.Instant
}

/** How long the buttons of a letter work. */
const LINK_DAYS = 90

/**
 * Puts the digest of a batch into the queue of letters.
 * @returns what it tells of: in a batch what stands in it, as the rest comes with the next one; else all of it
 */
export async function writeDigest(db: Db, settings: MailSettings, batch: Batch): Promise<WaitingThread[]> {
  const { personId, kind, threads, preference, now } = batch
  const words = await readCardWords(db, personId, threads.map(saidOf))
  const people = await personRefs(db, peopleIn(threads))
  const items = threads.flatMap((thread) => itemOf(thread, { words, people, preference, now }) ?? [])
  if (items.length === 0) return []
  const digest = digestOf(items)
  const expiresAt = now.add({ hours: 24 * LINK_DAYS })
  const stop = await oneButtonLink(db, settings, { personId, act: 'notices/stop-letters', expiresAt })
  const linksOf = new Map<PostId, ItemLinks>()
  for (const item of digest.items)
    linksOf.set(item.postId, await linksFor(db, settings, { item, personId, expiresAt }))
  const [first] = digest.items
  await enqueueLetter(
    db,
    {
      ...digestLetter({
        ...{ digest, kind, linksOf, stop, language: preference.language },
        notices: `${settings.baseUrl}/notices`,
        settings: `${settings.baseUrl}/settings/notices`,
        asks: preference.settings.isHalved && !preference.wasAsked,
      }),
      uniqueKey: `digest ${batch.id}`,
      personId,
      why: kind === 'urgent' ? 'deadline' : 'digest',
      headers: {
        'List-Unsubscribe': `<${stop}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      ...(first !== undefined && { postId: first.postId, takesReply: true }),
    },
    now,
  )
  if (kind !== 'batch') return [...threads]
  const chosen = new Set(digest.items.map(({ postId }) => postId))
  return threads.filter(({ postId }) => chosen.has(postId))
}

function saidOf({ deed, postId }: WaitingThread): SaidId {
  return asSaid(deed.replyId ?? postId)
}

function peopleIn(threads: readonly WaitingThread[]): PersonId[] {
  const named = threads.flatMap(({ row, summary }) => [
    row.authorId,
    ...summary.doers.flatMap(({ personIds }) => personIds.slice(0, 2)),
  ])
  return [...new Set(named)]
}

type Known = {
  words: ReadonlyMap<SaidId, CardWords>
  people: ReadonlyMap<PersonId, PersonRef>
  preference: Preference
  now: Temporal.Instant
}

/** A thread as a digest says it; undefined when what was said is gone. */
function itemOf(thread: WaitingThread, { words, people, preference, now }: Known): DigestItem | undefined {
  const { row, summary, deed, postId, cameAt, dueAt } = thread
  const said = words.get(saidOf(thread))
  if (said === undefined) return undefined
  const names = new Map([...people].map(([id, { name }]) => [id, safeLine(name)]))
  const { language } = preference
  const author = names.get(row.authorId) ?? sentence('Somebody')
  const untitled = sentence('{author} in {space}', { author, space: row.space.name })
  const isStillDue = dueAt !== undefined && Temporal.Instant.compare(dueAt, now) > 0
  return {
    ...{ postId, replyId: deed.replyId, saidId: said.saidId, cameAt, how: summary.how },
    why: say(language, summary.why),
    title: safeLine(row.title ?? say(language, untitled)),
    spaceName: safeLine(row.space.name),
    sentences: summary.doers.map((doers) => say(language, sentenceOf(doers, names))),
    isAlone: mentionedIn(said.body).length === 1,
    due: isStillDue ? clockTime(dueAt, preference.timeZone) : undefined,
    by: safeLine(said.author.name),
    words: plainWords(said.body),
  }
}

function clockTime(at: Temporal.Instant, timeZone: string): string {
  return at.toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
}

type Linked = { item: DigestItem; personId: PersonId; expiresAt: Temporal.Instant }

async function linksFor(
  db: Db,
  settings: MailSettings,
  { item, personId, expiresAt }: Linked,
): Promise<ItemLinks> {
  const { postId, replyId, saidId } = item
  const thread = `${settings.baseUrl}/threads/${postId}${replyId === null ? '' : `/${replyId}`}`
  return {
    thread,
    replyTo: await replyAddressFor(db, settings, { personId, postId }),
    // Who was thanked need not thank back for it: what stands there are their own words.
    thank:
      item.how === 'thanked'
        ? undefined
        : await oneButtonLink(db, settings, {
            ...{ personId, expiresAt },
            act: 'notices/thank',
            facts: { saidId, postId },
          }),
  }
}
