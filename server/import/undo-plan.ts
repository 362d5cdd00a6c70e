// What an undo would take out, and what would stay, said beforehand.
import type { UndoPlan } from '#contract/import'
import type { Db } from '#platform/db'
import { countBrought } from './brought.ts'
import { requireImport } from './standing-import.ts'
import { listOwnWords, type OwnWords, threadsThatStay } from './threads-that-stay.ts'
import { UndoTally } from './undo-tally.ts'

const WORDS_MAX = 5000

/**
 * Goes through everything that an import said. What happens in the meantime may change it.
 * @throws UnreadableArchive when there is no such import
 */
export async function undoPlan(db: Db, id: string): Promise<UndoPlan> {
  const standing = await requireImport(db, id)
  const tally = new UndoTally()
  let before: OwnWords['saidId'] | undefined
  for (;;) {
    const own = await listOwnWords(db, { archiveId: id, before, limit: WORDS_MAX })
    if (own.length === 0) break
    const { reasons } = await threadsThatStay(db, own, standing)
    for (const { postId } of own) {
      const reason = reasons.get(postId)
      if (reason === undefined) tally.went('words', 1)
      else tally.stayed('words', reason)
    }
    before = own.at(-1)?.saidId
  }
  const { words, stayed } = tally.counts
  const brought = await countBrought(db, id)
  const countOf = (what: Parameters<typeof brought.get>[0]) => brought.get(what) ?? 0
  return {
    words,
    wordsStaying: stayed.reduce((sum, { count }) => sum + count, 0),
    staying: stayed.map(({ reason, count }) => ({ reason, count })).sort((a, b) => b.count - a.count),
    ...{ reactions: countOf('reaction'), files: countOf('file') },
    ...{ spaces: countOf('space'), people: countOf('person') },
  }
}
