// What an undo would take out, and what would stay, said beforehand.
import type { UndoPlan } from '#contract/import'
import type { Db } from '#platform/db'
import { countBrought } from './brought.ts'
import { requireImport } from './standing-import.ts'
import { listOwnWords, type OwnWords, threadsThatStay } from './threads-that-stay.ts'

const WORDS_MAX = 5000

/**
 * Goes through everything that an import said. What happens in the meantime may change it.
 * @throws UnreadableArchive when there is no such import
 */
export async function undoPlan(db: Db, id: string): Promise<UndoPlan> {
  const standing = await requireImport(db, id)
  const reasons = new Map<string, number>()
  let words = 0
  let wordsStaying = 0
  let before: OwnWords['saidId'] | undefined
  for (;;) {
    const own = await listOwnWords(db, { archiveId: id, before, limit: WORDS_MAX })
    if (own.length === 0) break
    const postIds = [...new Set(own.map(({ postId }) => postId))]
    const threads = await threadsThatStay(db, { postIds, standing })
    for (const { postId } of own) {
      const reason = threads.reasons.get(postId)
      if (reason === undefined) words += 1
      else {
        wordsStaying += 1
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
      }
    }
    before = own.at(-1)?.saidId
  }
  const brought = await countBrought(db, id)
  const countOf = (what: Parameters<typeof brought.get>[0]) => brought.get(what) ?? 0
  return {
    ...{ words, wordsStaying },
    staying: [...reasons].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count),
    ...{ reactions: countOf('reaction'), files: countOf('file') },
    ...{ spaces: countOf('space'), people: countOf('person') },
  }
}
