// Which mail answers which: by References and In-Reply-To as RFC 5256 and JWZ have it, and by subject and people only
// where those headers are missing.

import type { IndexedMail, MailIndex } from './mail-index.ts'
import { findAnsweredBySubject } from './subject-threads.ts'

/** A mail's place in the tree of answers. */
export type ThreadedMail = {
  mail: IndexedMail
  /** The mail it answers or carries on from, where that one came in. */
  parent: IndexedMail | undefined
  /** The same for all mails of one thread, by whatever audience they were read. */
  thread: number
}

/** A chain of more mails that never came in is taken to lead nowhere. */
const MISSING_MAX = 200

/**
 * All mails, each after the one it answers and otherwise in the order of time. `peopleOf` names the people by whom a
 * mail was written and received, the author first.
 */
export function threadMails(
  index: MailIndex,
  peopleOf: (mail: IndexedMail) => readonly unknown[],
): ThreadedMail[] {
  const above = linksBetweenIds(index.mails)
  const parents = new Map<IndexedMail, IndexedMail>()
  for (const mail of index.mails) {
    const parent = nearestAbove(mail, { above, index })
    if (parent) parents.set(mail, parent)
  }
  for (const [mail, answered] of findAnsweredBySubject(index.mails, peopleOf)) parents.set(mail, answered)
  return inOrder(index.mails, parents).map(({ mail, top }) => ({
    mail,
    parent: parents.get(mail),
    thread: topId(top.id, above),
  }))
}

/** From each Message-ID to the one it refers to; a mail's own header outranks what others say about it. */
function linksBetweenIds(mails: readonly IndexedMail[]): Map<number, number> {
  const above = new Map<number, number>()
  for (const { references } of mails) {
    for (const [at, id] of references.entries()) {
      const before = references[at - 1]
      if (before !== undefined && before !== id && !above.has(id)) above.set(id, before)
    }
  }
  for (const { id, references } of mails) {
    const parent = references.at(-1)
    if (parent !== undefined && parent !== id) above.set(id, parent)
  }
  return above
}

type Links = { above: ReadonlyMap<number, number>; index: MailIndex }

function nearestAbove(mail: IndexedMail, { above, index }: Links): IndexedMail | undefined {
  let id = above.get(mail.id)
  for (let step = 0; id !== undefined && step < MISSING_MAX; step += 1) {
    const found = index.mailOfId.get(id)
    if (found && found !== mail) return found
    id = above.get(id)
  }
  return undefined
}

/** Answers to one mail that never came in still are one thread, known by the id of that mail. */
function topId(id: number, above: ReadonlyMap<number, number>): number {
  let top = id
  for (let step = 0; step < MISSING_MAX; step += 1) {
    const next = above.get(top)
    if (next === undefined || next === id) break
    top = next
  }
  return top
}

type Ordered = { mail: IndexedMail; top: IndexedMail; at: number; depth: number; position: number }

/**
 * Sorts so that no mail comes before the one it answers, whatever their clocks said, and cuts rings of mails that
 * claim to answer each other by taking the parent from the first of them.
 */
function inOrder(mails: readonly IndexedMail[], parents: Map<IndexedMail, IndexedMail>): Ordered[] {
  const done = new Map<IndexedMail, Ordered>()
  const positions = new Map(mails.map((mail, position) => [mail, position]))
  for (const mail of mails) {
    const path: IndexedMail[] = []
    const onPath = new Set<IndexedMail>()
    let next: IndexedMail | undefined = mail
    while (next && !done.has(next) && !onPath.has(next)) {
      path.push(next)
      onPath.add(next)
      next = parents.get(next)
    }
    if (next && onPath.has(next)) parents.delete(path.at(-1) ?? next)
    for (const each of path.toReversed()) {
      const parent = parents.get(each)
      const before = parent && done.get(parent)
      done.set(each, {
        mail: each,
        top: before?.top ?? each,
        at: Math.max(each.time, before?.at ?? each.time),
        depth: (before?.depth ?? -1) + 1,
        position: positions.get(each) ?? 0,
      })
    }
  }
  return [...done.values()].sort((a, b) => a.at - b.at || a.depth - b.depth || a.position - b.position)
}
