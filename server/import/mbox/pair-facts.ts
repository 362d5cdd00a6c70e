// What the mails themselves show of two mailboxes with one family name: that they are two people, or that they are one.

import type { IndexedMail, MailIndex } from './mail-index.ts'
import { type Candidate, type PairFacts, pairOf } from './same-person.ts'

/** Gathers the facts for all candidates that share a family name with another. */
export function factsOf({ mails, mailOfId }: MailIndex, candidates: readonly Candidate[]): PairFacts {
  const [apart, answering] = [new Set<string>(), new Set<string>()]
  const bearers = Map.groupBy(candidates, (candidate) => candidate.name.family)
  const familyOf = new Map<number, string>()
  for (const { mailbox, name } of candidates) {
    if (mailbox !== undefined && (bearers.get(name.family)?.length ?? 0) > 1)
      familyOf.set(mailbox, name.family)
  }
  for (const mail of mails) {
    for (const [a, b] of namesakes([...mail.to, ...mail.others], familyOf)) apart.add(pairOf(a, b))
    const answered = mailOfId.get(mail.references.at(-1) ?? -1)
    for (const written of answered ? unseenAnswer(answered, mail) : []) {
      if (familyOf.has(written)) answering.add(pairOf(written, mail.author))
    }
  }
  return { apart, answering }
}

function namesakes(mailboxes: readonly number[], familyOf: ReadonlyMap<number, string>): [number, number][] {
  const pairs: [number, number][] = []
  const earlier = new Map<string, number[]>()
  for (const mailbox of new Set(mailboxes)) {
    const family = familyOf.get(mailbox)
    if (family === undefined) continue
    const others = earlier.get(family) ?? []
    for (const other of others.slice(0, 50)) pairs.push([other, mailbox])
    earlier.set(family, [...others, mailbox])
  }
  return pairs
}

/** To whom a mail went, when it was answered by somebody to whom it had not gone. */
function unseenAnswer(answered: IndexedMail, answer: IndexedMail): readonly number[] {
  const went = [...answered.to, ...answered.others]
  return answered.author === answer.author || went.includes(answer.author) ? [] : went.slice(0, 50)
}
