// Where all that works without a line begins, for the person at the page: what they read is kept, what they do waits.
import { hashKey, type QueryClient } from '@tanstack/react-query'
import type { Standing } from '#contract/auth'
import { clearDraftsOfOthers } from '../drafts.ts'
import { STANDING } from '../standing.ts'
import { KeptReads } from './kept-reads.ts'
import { Outbox } from './outbox-at-work.ts'
import { openShelf } from './shelf.ts'
import { beginWorker } from './worker-line.ts'

export type Offline = {
  outbox: Outbox
  reads: KeptReads
  /** Leaves nothing of this person on the device. */
  forgetAll: () => Promise<void>
}

/** @throws where the browser keeps nothing for this page */
export async function begin(queries: QueryClient): Promise<Offline> {
  void beginWorker()
  const shelf = await openShelf()
  const whoIsHere = () => personIn(queries.getQueryData<Standing>(STANDING))
  const outbox = new Outbox({ shelf: shelf.acts, queries, whoIsHere })
  const reads = new KeptReads({ shelf: shelf.reads, queries, whoIsHere })
  outbox.watch()
  reads.watch()
  watchWhoIsHere(queries, async (personId) => {
    await reads.leaveOnly(personId)
    if (personId !== undefined) clearDraftsOfOthers(personId)
    await outbox.show()
    await outbox.drain()
  })
  const forgetAll = async () => {
    const personId = whoIsHere()
    await reads.leaveOnly(undefined)
    if (personId !== undefined) await outbox.clear(personId)
  }
  return { outbox, reads, forgetAll }
}

function personIn(standing: Standing | undefined): string | undefined {
  return standing?.standing === 'signed-in' ? standing.me.person.id : undefined
}

function isOfPerson({ queryHash }: { queryHash: string }): boolean {
  return queryHash !== hashKey(STANDING)
}

/** Calls back with who is here now, and whenever the server says that it is somebody else or nobody. */
function watchWhoIsHere(queries: QueryClient, hear: (personId: string | undefined) => Promise<void>): void {
  let known: string | undefined | 'unknown' = 'unknown'
  const look = () => {
    const standing = queries.getQueryData<Standing>(STANDING)
    // Until the server, or the device in its place, has said who is here, nothing is taken away.
    if (standing === undefined || known === personIn(standing)) return
    const isOther = known !== 'unknown' && known !== undefined && personIn(standing) !== undefined
    // Another tab signed somebody else in: what this one shows belongs to the one before.
    if (isOther) void queries.resetQueries({ predicate: isOfPerson })
    known = personIn(standing)
    void hear(known).catch(() => {})
  }
  queries.getQueryCache().subscribe(({ query }) => query.queryKey[0] === STANDING[0] && look())
  look()
}
