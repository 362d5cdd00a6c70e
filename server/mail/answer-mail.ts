// Answers a mail by a letter of one sentence, to somebody of the house and not too often: two machines that answer each
// other come to an end.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { IncomingMail } from '#outside/mail-parts'
import type { Db } from '#platform/db'
import { enqueueLetter } from './enqueue-letter.ts'
import { titleOf } from './mail-words.ts'

type Answer = {
  mail: Pick<IncomingMail, 'id' | 'subject'>
  recipient: string
  personId: PersonId
  address: string
  sentence: string
  how: 'taken' | 'refused'
  now: Temporal.Instant
}

const ANSWERS_PER_HOUR = 5

export async function answerMail(db: Db, answer: Answer): Promise<void> {
  const { mail, recipient, personId, address, sentence, how, now } = answer
  const given = await sql<{ count: number }>`
    select count(*) as count from mail.letter
    where person_id = ${personId} and why = 'answer to a mail' and written_at > ${now.subtract({ hours: 1 })}`.execute(
    db,
  )
  if ((given.rows[0]?.count ?? 0) >= ANSWERS_PER_HOUR) return
  const title = titleOf(mail.subject)
  const about = title === undefined ? 'your mail' : `“${title}”`
  const letter = {
    uniqueKey: `answer ${hash('sha256', `${address} ${recipient} ${mail.id}`)}`,
    personId,
    address,
    why: 'answer to a mail',
    subject: how === 'refused' ? `Not posted: ${title ?? 'your mail'}` : `Your mail: ${title ?? 'a note'}`,
    text: `${sentence}\n\nThis is about ${about}, which you sent to Foyer.\n`,
  }
  await enqueueLetter(db, letter, now)
}
