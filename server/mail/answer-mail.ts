// Answers a mail by a letter of one sentence, to somebody of the house and not too often: two machines that answer each
// other come to an end.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { IncomingMail } from '#outside/mail-parts'
import type { Db } from '#platform/db'
import { type Sentence, say, sentence } from '#platform/say'
import { enqueueLetter } from './enqueue-letter.ts'
import { titleOf } from './mail-words.ts'

type Answer = {
  mail: Pick<IncomingMail, 'id' | 'subject'>
  recipient: string
  personId: PersonId
  address: string
  language: Language
  /** What there is to tell, in their language. */
  words: string
  how: 'taken' | 'refused'
  now: Temporal.Instant
}

const ANSWERS_PER_HOUR = 5

export async function answerMail(db: Db, answer: Answer): Promise<void> {
  const { mail, recipient, personId, address, language, words, how, now } = answer
  const given = await sql<{ count: number }>`
    select count(*) as count from mail.letter
    where person_id = ${personId} and why = 'answer to a mail' and written_at > ${now.subtract({ hours: 1 })}`.execute(
    db,
  )
  if ((given.rows[0]?.count ?? 0) >= ANSWERS_PER_HOUR) return
  const title = titleOf(mail.subject) ?? ''
  const about =
    title === ''
      ? sentence('This is about your mail, which you sent to Foyer.')
      : sentence('This is about “{title}”, which you sent to Foyer.', { title })
  const letter = {
    uniqueKey: `answer ${hash('sha256', `${address} ${recipient} ${mail.id}`)}`,
    personId,
    address,
    why: 'answer to a mail',
    subject: say(language, subjectOf(how, title)),
    text: `${words}\n\n${say(language, about)}\n`,
  }
  await enqueueLetter(db, letter, now)
}

/** @param title empty for a mail that has none */
function subjectOf(how: Answer['how'], title: string): Sentence {
  if (how === 'refused') {
    return title === '' ? sentence('Not posted: your mail') : sentence('Not posted: {title}', { title })
  }
  return title === '' ? sentence('Your mail: a note') : sentence('Your mail: {title}', { title })
}
