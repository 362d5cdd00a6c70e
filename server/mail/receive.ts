// One mail for one of our addresses: who it is from, what it may become, and what is answered. What it becomes and the
// note that it came are written together, so that a mail that is brought twice is a post once.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { IncomingMail } from '#outside/mail-parts'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { Refusal } from '#platform/refusal'
import { type Sentence, say, sentence, writtenDown } from '#platform/say'
import { findPersonToSignIn } from '#rooms/people'
import { answerMail } from './answer-mail.ts'
import { whyAutomatic } from './automatic.ts'
import type { Letterbox } from './letterbox.ts'
import { type Meant, meaningOf } from './meant.ts'
import { proofOf } from './proof.ts'
import { viewerOf } from './viewer-of.ts'
import { writeMeant } from './write-meant.ts'

type Came = { mail: IncomingMail; recipient: string; hasSender: boolean; domain: string }

/** `refused` is for the server that brought it: whoever sent it is nobody whom we would write to. */
export type Outcome = { refused: string | undefined }

type Sender = { personId: PersonId; name: string; address: string; language: Language }

const TAKEN = {
  reply: sentence('It became a reply.'),
  post: sentence('It became a post.'),
  space: sentence('It became a post.'),
  act: sentence('It answered what a letter asked.'),
  question: sentence('It waits for its sender to press where it is asked.'),
} as const
const DONE: Outcome = { refused: undefined }
const NOT_YOURS = sentence(
  'This mail does not come from the address that this way in was given to, so nothing was posted. Write from the address at which you get letters from Foyer.',
)

/** Takes a mail in. It is safe to take the same one again. */
export async function receiveMail(box: Letterbox, came: Came): Promise<Outcome> {
  const { mail, recipient, domain, hasSender } = came
  const meant = await meaningOf(box.db, recipient, domain)
  const noted = { ...came, kind: meant.kind }
  const automatic = whyAutomatic({
    headers: mail.headers,
    from: mail.from?.address,
    hasSender,
    id: mail.id,
    domain,
  })
  if (automatic !== undefined) return ignore(box, noted, automatic)
  const sender = await findSender(box, mail)
  if (sender === undefined) return refuse(box, noted, { sentence: NOT_YOURS, sender: undefined })
  if (meant.kind === 'unknown' || ('bound' in meant && meant.bound.personId !== sender.personId))
    return refuse(box, noted, { sentence: meant.kind === 'unknown' ? meant.sentence : NOT_YOURS, sender })
  if (!isProvenEnough(box, mail, meant)) return refuse(box, noted, { sentence: NOT_YOURS, sender: undefined })
  return writeOnce(box, noted, { meant, sender })
}

/** Somebody who may sign in by the one address that the mail says it is from. */
async function findSender({ db }: Letterbox, { from }: IncomingMail): Promise<Sender | undefined> {
  if (from === undefined) return undefined
  const person = await findPersonToSignIn(db, from.address)
  if (person === undefined || !person.isActive) return undefined
  const language = person.language ?? 'en'
  return { personId: person.id, name: person.name, address: from.address, language }
}

/**
 * An address that was given to one person is a proof of its own, unless a server in front of us says otherwise. A
 * question is only kept for its asker to press a button, so that it needs no more.
 */
function isProvenEnough({ settings }: Letterbox, mail: IncomingMail, meant: Meant): boolean {
  const from = mail.from?.address ?? ''
  const results = mail.headers.get('authentication-results') ?? []
  const proof = proofOf(results, { trustedHost: settings.mailTrustedHost, from })
  if (proof === 'disproven') return false
  if (proof === 'proven') return true
  return settings.mailTrustedHost === undefined && meant.kind !== 'space'
}

type Noted = Came & { kind: Meant['kind'] }
type Writing = { meant: Exclude<Meant, { kind: 'unknown' }>; sender: Sender }

async function writeOnce(box: Letterbox, noted: Noted, { meant, sender }: Writing): Promise<Outcome> {
  const now = box.now()
  try {
    await box.db.transaction().execute(async (db) => {
      const taken = { outcome: 'taken', sentence: TAKEN[meant.kind], now } as const
      if (!(await note(db, noted, taken))) return
      const viewer = await viewerOf(db, sender.personId)
      await box.limits.takeWords(sender.personId)
      const ctx: Ctx = { db, now, viewer, emit: (news) => box.tell(db, news) }
      const left = await writeMeant(ctx, { box, mail: noted.mail, meant, name: sender.name })
      if (left !== undefined) await answerMail(db, { ...noted, ...sender, words: left, now, how: 'taken' })
    })
    box.onCommit()
    return DONE
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return refuse(box, noted, { sentence: error.sentence, sender })
  }
}

async function ignore(box: Letterbox, noted: Noted, sentence: Sentence): Promise<Outcome> {
  await note(box.db, noted, { outcome: 'ignored', sentence, now: box.now() })
  return DONE
}

type Refusing = { sentence: Sentence; sender: Sender | undefined }

/** Somebody of the house gets a letter; to others nothing is sent, as the address may be anybody's. */
async function refuse(box: Letterbox, noted: Noted, { sentence, sender }: Refusing): Promise<Outcome> {
  const now = box.now()
  await box.db.transaction().execute(async (db) => {
    const isFirst = await note(db, noted, { outcome: 'refused', sentence, now })
    if (isFirst && sender !== undefined)
      await answerMail(db, {
        ...noted,
        ...sender,
        words: say(sender.language, sentence),
        now,
        how: 'refused',
      })
  })
  return sender === undefined ? { refused: say('en', sentence) } : DONE
}

type Note = { outcome: 'taken' | 'refused' | 'ignored'; sentence: Sentence; now: Temporal.Instant }

/** @returns whether this mail came to this address for the first time */
async function note(
  db: Db,
  { mail, recipient, kind }: Noted,
  { outcome, sentence, now }: Note,
): Promise<boolean> {
  const sender = (mail.from?.address ?? 'nobody').slice(0, 320)
  const told = kind === 'space' ? 'post' : kind === 'act' ? 'reply' : kind
  const noted = await sql`
    insert into mail.received (id, message_id, recipient, at, sender, kind, outcome, sentence)
    values (${newId(now)}, ${hash('sha256', `${sender} ${mail.id}`)}, ${hash('sha256', recipient)}, ${now}, ${sender},
      ${told}, ${outcome}, ${writtenDown(sentence)})
    on conflict (message_id, recipient) do nothing returning id`.execute(db)
  return noted.rows.length > 0
}

/** Notes a mail that was not even read. */
export async function noteUnread(
  { db, now }: Letterbox,
  { id, sentence }: { id: string; sentence: Sentence },
): Promise<void> {
  const at = now()
  await sql`
    insert into mail.received (id, message_id, recipient, at, sender, kind, outcome, sentence)
    values (${newId(at)}, ${`unread ${id}`}, '', ${at}, 'unread', 'unknown', 'refused', ${writtenDown(sentence)})
    on conflict do nothing`.execute(db)
}
