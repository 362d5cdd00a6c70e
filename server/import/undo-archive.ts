// Takes a whole import out again: exactly what it brought, and nothing of what others have done with it since. Batches
// are small, each in a transaction of its own; what was interrupted goes on when it is started again.
import { sql } from 'kysely'
import type { FileId, PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import {
  type GivenReaction,
  removeEmptySpaces,
  removeFollows,
  removeLooseFiles,
  removeMembers,
  removeReactions,
  removeWords,
} from '#rooms/spaces'
import { UnreadableArchive } from './archive.ts'
import { type BroughtRow, listBrought } from './brought.ts'
import { inImportTurn } from './import-turn.ts'
import { releaseInterrupted, requireImport, type StandingImport, whyNotUndo } from './standing-import.ts'
import { listOwnWords, type OwnWords, threadsThatStay } from './threads-that-stay.ts'
import { undoAddresses, undoKeys, undoPeople } from './undo-people.ts'
import { eachBatch, type Undoing } from './undo-steps.ts'
import { type UndoCounts, UndoTally } from './undo-tally.ts'

export type UndoWish = {
  db: Db
  id: string
  /** Hears after each batch how many messages were taken out. */
  onProgress: (messages: number) => void
}

/** Messages of one batch: enough that commits cost little, and few enough that nobody waits for their locks. */
const WORDS_MAX = 1000

/**
 * Undoes an import.
 * @returns what went, and what stayed and why
 * @throws UnreadableArchive with a sentence when it cannot be undone, or when an import is under way
 */
export async function undoArchive({ db, id, onProgress }: UndoWish): Promise<UndoCounts> {
  return inImportTurn(db, async (db) => {
    const standing = await requireImport(db, id)
    const no = whyNotUndo(standing)
    if (no !== undefined) throw new UnreadableArchive(no)
    const undoing = { db, standing, tally: new UndoTally(), onProgress }
    await releaseInterrupted(db)
    await sql`update import.archive set state = 'undoing', problem = null, stayed = '[]' where id = ${id}`.execute(
      db,
    )
    for (const step of STEPS) await step(undoing)
    const counts = undoing.tally.counts
    await sql`
      update import.archive set state = 'undone', stayed = ${JSON.stringify(counts.stayed)}::jsonb
      where id = ${id}`.execute(db)
    return counts
  })
}

/** In this order: what other things hang on goes after them. */
const STEPS = [
  ...[undoWords, undoReactions, undoFiles, undoSpaces, undoMembers, undoFollows],
  ...[undoAddresses, undoPeople, undoKeys],
]

async function undoWords({ db, standing, tally, onProgress }: Undoing): Promise<void> {
  let before: SaidId | undefined
  for (;;) {
    const next = await db.transaction().execute(async (db) => {
      const own = await listOwnWords(db, { archiveId: standing.id, before, limit: WORDS_MAX })
      if (own.length === 0) return undefined
      const { going, staying } = await sorted(db, own, standing)
      const removed = await removeWords(db, going)
      await sql`update import.archive set messages_undone = messages_undone + ${removed} where id = ${standing.id}`.execute(
        db,
      )
      return { removed, staying, last: own.at(-1)?.saidId }
    })
    if (next === undefined) return
    before = next.last
    tally.went('words', next.removed)
    for (const reason of next.staying) tally.stayed('words', reason)
    onProgress(tally.counts.words)
  }
}

/** Which words go: those of threads that do not stay, and with a post all that is left under it. */
async function sorted(db: Db, own: readonly OwnWords[], standing: StandingImport) {
  const { reasons, ownInThreads } = await threadsThatStay(db, own, standing)
  const posts = new Set<PostId>(own.filter(isPost).map(({ postId }) => postId))
  const going = new Set<SaidId>()
  for (const { saidId, postId } of own) if (!reasons.has(postId)) going.add(saidId)
  for (const { saidId, postId } of ownInThreads) {
    if (posts.has(postId) && !reasons.has(postId)) going.add(saidId)
  }
  return { going: [...going], staying: own.flatMap(({ postId }) => reasons.get(postId) ?? []) }
}

function isPost({ saidId, postId }: OwnWords): boolean {
  return (saidId as string) === (postId as string)
}

async function undoReactions(undoing: Undoing): Promise<void> {
  await eachBatch({
    undoing,
    what: 'reaction',
    work: async (db, rows) => {
      const reactions = rows.map(
        ({ subjectId, personId, word }) => ({ saidId: subjectId, personId, kind: word }) as GivenReaction,
      )
      undoing.tally.went('reactions', await removeReactions(db, reactions))
      return rows
    },
  })
}

async function undoFiles(undoing: Undoing): Promise<void> {
  await eachBatch({
    undoing,
    what: 'file',
    work: async (db, rows) => {
      const removed = new Set<string>(
        await removeLooseFiles(
          db,
          rows.map((row) => row.subjectId as FileId),
        ),
      )
      undoing.tally.went('files', removed.size)
      for (const row of rows) if (!removed.has(row.subjectId)) undoing.tally.stayed('files', WITH_WORDS)
      return rows.filter((row) => removed.has(row.subjectId))
    },
  })
}

async function undoSpaces(undoing: Undoing): Promise<void> {
  const { tally, standing } = undoing
  await eachBatch({
    undoing,
    what: 'space',
    work: async (db, rows) => {
      const spaceIds = rows.map((row) => row.subjectId as SpaceId)
      const brought = await listBrought(db, {
        archiveId: standing.id,
        kinds: ['member', 'follow'],
        subjectIds: spaceIds,
      })
      const members = brought.filter(({ what }) => what === 'member').map(asMember)
      const removed = await removeEmptySpaces(db, { spaceIds, members })
      tally.went('spaces', removed.size)
      for (const id of spaceIds)
        if (!removed.has(id)) tally.stayed('spaces', 'somebody is in it, or its words stay')
      // Whoever is in a space that stays stays in it.
      return [...rows, ...brought].filter((row) => removed.has(row.subjectId as SpaceId))
    },
  })
}

function asMember({ subjectId, personId }: BroughtRow) {
  return { spaceId: subjectId as SpaceId, personId: personId as PersonId }
}

/** Those in spaces that were there before; spaces of this import that stay keep theirs. */
async function undoMembers(undoing: Undoing): Promise<void> {
  await eachBatch({
    undoing,
    what: 'member',
    work: async (db, rows) => {
      const elsewhere = await withoutOwnSpaces(db, rows, undoing.standing.id)
      const removed = await removeMembers(db, elsewhere.map(asMember))
      undoing.tally.went('members', removed.length)
      const gone = new Set(removed.map(({ spaceId, personId }) => `${spaceId} ${personId}`))
      return elsewhere.filter(({ subjectId, personId }) => gone.has(`${subjectId} ${personId}`))
    },
  })
}

async function undoFollows(undoing: Undoing): Promise<void> {
  await eachBatch({
    undoing,
    what: 'follow',
    work: async (db, rows) => {
      const elsewhere = await withoutOwnSpaces(db, rows, undoing.standing.id)
      await removeFollows(db, elsewhere.map(asMember))
      return elsewhere
    },
  })
}

async function withoutOwnSpaces(
  db: Db,
  rows: readonly BroughtRow[],
  archiveId: string,
): Promise<BroughtRow[]> {
  const subjectIds = [...new Set(rows.map((row) => row.subjectId))]
  const own = new Set(
    (await listBrought(db, { archiveId, kinds: ['space'], subjectIds })).map((row) => row.subjectId),
  )
  return rows.filter((row) => !own.has(row.subjectId))
}

const WITH_WORDS = 'they go with words that stay'
