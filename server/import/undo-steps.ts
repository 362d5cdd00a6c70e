// How an undo walks over what an import brought.
import type { Db } from '#platform/db'
import { type BroughtRow, forgetBrought, listBrought } from './brought.ts'
import type { StandingImport } from './standing-import.ts'
import type { UndoTally } from './undo-tally.ts'

const ROWS_MAX = 2000

export type Undoing = {
  db: Db
  standing: StandingImport
  tally: UndoTally
  onProgress: (messages: number) => void
}

type Step = {
  undoing: Undoing
  what: BroughtRow['what']
  /** Takes rows out; what it returns is done with, the others stay noted for another try. */
  work: (db: Db, rows: readonly BroughtRow[]) => Promise<readonly BroughtRow[]>
}

/** Walks over what was brought of one kind, in batches. */
export async function eachBatch({ undoing: { db, standing }, what, work }: Step): Promise<void> {
  let after: string | undefined
  for (;;) {
    const last = await db.transaction().execute(async (db) => {
      const rows = await listBrought(db, { archiveId: standing.id, kinds: [what], after, limit: ROWS_MAX })
      if (rows.length === 0) return undefined
      await forgetBrought(db, standing.id, await work(db, rows))
      return rows.at(-1)?.subjectId
    })
    if (last === undefined) return
    after = last
  }
}
