// Whether two mailboxes, or a mailbox and somebody in the chart, are one person. Names alone never decide: a wrong
// merge would show one person's mail to another.

import { compareNames, localPart, type PersonName, spells } from './person-names.ts'

export type Candidate = {
  /** The mailbox by its index in the address book; undefined for somebody in the chart. */
  mailbox: number | undefined
  chartKey: string | undefined
  address: string
  name: PersonName
  /** The name as it was written, or the part of the address that spells it. */
  written: string
  /** True when the name was written out somewhere, false when it was only read off the address. */
  isStated: boolean
  /** The domain family; empty for the chart and for entries of the house's own directory. */
  domain: string
  isHouse: boolean
  isPublic: boolean
}

/** Pairs of mailboxes by `pairOf`. */
export type PairFacts = {
  /** Named side by side as recipients of one mail, as two people are. */
  apart: ReadonlySet<string>
  /** Mail to one was answered from the other, which had not been written to. */
  answering: ReadonlySet<string>
}

export function pairOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** What shows that two candidates are one person, as a clause for people to read; undefined when nothing does. */
export function whySamePerson(pair: readonly [Candidate, Candidate], facts: PairFacts): string | undefined {
  const [a, b] = pair
  const likeness = compareNames(a.name, b.name)
  if (likeness === 'different' || (a.chartKey && b.chartKey)) return undefined
  const mailboxes = a.mailbox === undefined || b.mailbox === undefined ? '' : pairOf(a.mailbox, b.mailbox)
  if (facts.apart.has(mailboxes) || isNumberedApart(a.address, b.address)) return undefined
  const reason =
    whyOneNameIsOnePerson(pair, likeness) ?? (facts.answering.has(mailboxes) ? ANSWERED : undefined)
  return reason && `${likenessInWords(a, b)}, ${reason}`
}

const ANSWERED = 'and mail to one was answered from the other'

function whyOneNameIsOnePerson(
  [a, b]: readonly [Candidate, Candidate],
  likeness: 'same' | 'initial',
): string | undefined {
  if (a.isHouse && b.isHouse)
    return a.chartKey || b.chartKey ? 'one in the chart, the other within the house' : 'both within the house'
  if (a.domain !== '' && a.domain === b.domain && !a.isPublic) return `both at ${a.domain}`
  if (likeness === 'initial' || a.isPublic === b.isPublic || !a.isStated || !b.isStated) return undefined
  // A private address beside one at work: the name must be written out, and the address must spell it too.
  const [home, work] = a.isPublic ? [a, b] : [b, a]
  return spells(home.address, work.name) ? 'and the private address spells it' : undefined
}

/** A house that has a `jane.doe2` has given her a number because there was a `jane.doe`. */
function isNumberedApart(a: string, b: string): boolean {
  if (!/\d@/.test(a) && !/\d@/.test(b)) return false
  const [one, other] = [a, b].map((address) => localPart(address).replace(/[._-]/g, ''))
  return one !== other && one?.replace(/\d+$/, '') === other?.replace(/\d+$/, '')
}

function likenessInWords(a: Candidate, b: Candidate): string {
  return a.written === b.written ? `both named “${a.written}”` : `named “${a.written}” and “${b.written}”`
}
