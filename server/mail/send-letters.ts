// Sends the letters that wait. A letter is taken by one process alone: taking it moves the time of its next try on, so
// that, should this process die, another one tries again later. Dying between the server's word and our note of it is
// the one case in which a letter goes out twice, both times with the same Message-ID.
import { sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { SendMail, Undelivered, Way } from '#outside/mail'
import type { Db } from '#platform/db'
import { sentence, writtenDown } from '#platform/say'
import { findMailAddress, findNetwork } from '#rooms/people'
import { domainOf, mailOf, type Outgoing, retryAfterMinutes } from './outgoing.ts'
import { replyAddressFor } from './signed-address.ts'
import { findDomain, findWay, type MailSettings } from './ways.ts'

const TAKEN_TOGETHER_MAX = 8
const ROUNDS_MAX = 50
/** Longer than all letters of one round can take. */
const TAKEN_MINUTES = 5
/** Somebody waits for these, or is not helped by an answer that comes tomorrow. */
const TRIED_ONCE = ['test']

type Taken = Outgoing & {
  personId: PersonId | null
  address: string | null
  why: string
  takesReply: boolean
  replyTo: string | null
  tries: number
}

export type Post = {
  db: Db
  settings: MailSettings
  send: SendMail
  now: Temporal.Instant
}

/** Sends all letters that are due; those that cannot leave for want of a server are kept. */
export async function sendLetters(post: Post): Promise<void> {
  const way = await findWay(post.db, post.settings)
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const letters = await takeDue(post)
    await Promise.all(letters.map((letter) => sendOne(post, letter, way)))
    if (letters.length < TAKEN_TOGETHER_MAX) return
  }
}

async function takeDue({ db, now }: Post): Promise<Taken[]> {
  const taken = await sql<Taken>`
    update mail.letter l set tries = l.tries + 1, next_at = ${now.add({ minutes: TAKEN_MINUTES })}
    from (
      select id from mail.letter where state = 'waiting' and next_at <= ${now}
      order by next_at, id limit ${TAKEN_TOGETHER_MAX} for update skip locked
    ) due
    where l.id = due.id
    returning l.id, l.person_id as "personId", l.address, l.why, l.subject, l.text, l.html, l.headers,
      l.post_id as "postId", l.takes_reply as "takesReply", l.reply_to as "replyTo", l.tries`.execute(db)
  return taken.rows
}

async function sendOne(post: Post, letter: Taken, way: Way | undefined): Promise<void> {
  const { db } = post
  const to = letter.address ?? (letter.personId && (await findMailAddress(db, letter.personId)))
  // Whoever left gets nothing any more.
  if (!to) {
    await sql`delete from mail.letter where id = ${letter.id}`.execute(db)
    return
  }
  if (way === undefined) return settle(post, letter.id, { state: 'kept', trouble: undefined })
  try {
    await post.send(mailOf(letter, await aroundOf(post, { letter, to, way })), async () => way)
  } catch (error) {
    return giveBack(post, letter, error)
  }
  await settle(post, letter.id, { state: 'sent', trouble: undefined })
}

async function aroundOf(
  { db, settings }: Post,
  { letter, to, way }: { letter: Taken; to: string; way: Way },
) {
  const domain = (await findDomain(db, settings)) ?? domainOf(way.sender)
  const networkName = (await findNetwork(db))?.name ?? 'Foyer'
  return { to, domain, networkName, replyTo: await replyTo({ db, settings }, letter) }
}

function replyTo(
  { db, settings }: Pick<Post, 'db' | 'settings'>,
  letter: Taken,
): Promise<string | undefined> {
  const { personId, takesReply } = letter
  if (letter.replyTo !== null) return Promise.resolve(letter.replyTo)
  const postId: PostId | null = letter.postId
  if (personId === null || postId === null || !takesReply) return Promise.resolve(undefined)
  return replyAddressFor(db, settings, { personId, postId })
}

async function giveBack(post: Post, letter: Taken, error: unknown): Promise<void> {
  const trouble = writtenDown(isUndelivered(error) ? error.sentence : sentence('The mail did not go out.'))
  const isForGood = isUndelivered(error) && error.isForGood
  const minutes = TRIED_ONCE.includes(letter.why) ? undefined : retryAfterMinutes(letter.tries)
  if (isForGood || minutes === undefined) return settle(post, letter.id, { state: 'dead', trouble })
  await sql`
    update mail.letter set next_at = ${post.now.add({ minutes })}, trouble = ${trouble}
    where id = ${letter.id}`.execute(post.db)
}

/** The doors to the world are opened elsewhere, so it is known by its name. */
function isUndelivered(error: unknown): error is Undelivered {
  return error instanceof Error && error.name === 'Undelivered'
}

type Settled = { state: 'sent' | 'kept' | 'dead'; trouble: string | undefined }

/** What became of a letter. Of one that was sent, no words are kept. */
async function settle({ db, now }: Post, id: string, { state, trouble = '' }: Settled): Promise<void> {
  await sql`
    update mail.letter set state = ${state}, settled_at = ${now}, trouble = nullif(${trouble}, ''),
      text = case when ${state} = 'sent' then '' else text end,
      html = case when ${state} = 'sent' then null else html end,
      headers = case when ${state} = 'sent' then '{}' else headers end
    where id = ${id}`.execute(db)
}
