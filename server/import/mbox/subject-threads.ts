// The fallback of threading: a mail without reply headers that says by its subject or its quote that it answers.

import type { IndexedMail } from './mail-index.ts'

const WINDOW_MS = 14 * 24 * 60 * 60 * 1000
/** How many mails of one subject are looked back through. */
const LOOKED_AT_MAX = 200

type PeopleOf = (mail: IndexedMail) => readonly unknown[]

/**
 * For each mail without reply headers the one it answers: of the same subject, at most 14 days older, and with
 * people in common. A reply goes to somebody who wrote before; a forward comes from somebody who had the mail. A
 * mail without a mark in its subject must quote and must answer another person. Mails that have headers are never
 * moved.
 */
export function findAnsweredBySubject(
  mails: readonly IndexedMail[],
  peopleOf: PeopleOf,
): Map<IndexedMail, IndexedMail> {
  const answered = new Map<IndexedMail, IndexedMail>()
  const bySubject = Map.groupBy(mails, (mail) => mail.about)
  for (const [about, sharing] of bySubject) {
    if (about === '' || sharing.length < 2) continue
    const inTime = sharing.toSorted((a, b) => a.time - b.time)
    for (const [at, mail] of inTime.entries()) {
      if (mail.references.length > 0 || (mail.mark === 'none' && !mail.hasQuote)) continue
      const earlier = inTime.slice(Math.max(0, at - LOOKED_AT_MAX), at).reverse()
      const recent = earlier.filter((other) => mail.time - other.time <= WINDOW_MS)
      const found = answeredAmong(mail, recent, peopleOf)
      if (found) answered.set(mail, found)
    }
  }
  return answered
}

function answeredAmong(
  mail: IndexedMail,
  recent: IndexedMail[],
  peopleOf: PeopleOf,
): IndexedMail | undefined {
  const people = peopleOf(mail)
  const [author] = people
  const hadIt = recent.filter((other) => peopleOf(other).includes(author))
  if (mail.mark === 'forward') return hadIt[0]
  const toWriter = hadIt.filter((other) => people.includes(peopleOf(other)[0]))
  const toAnother = toWriter.find((other) => peopleOf(other)[0] !== author)
  return mail.mark === 'reply' ? (toAnother ?? toWriter[0]) : toAnother
}
