// Puts a corpus into an empty network, as questions of one space that were asked by one person.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { upsertPeople } from '#rooms/people'
import { addArchivedWords, addPlannedSpaces, refreshWordCounts } from '#rooms/spaces'

const BATCH = 1000

export type FilledCorpus = {
  viewerId: PersonId
  /** In the order of the texts. */
  postIds: PostId[]
}

export async function fillCorpus(
  db: Db,
  { texts, now }: { texts: readonly string[]; now: Temporal.Instant },
): Promise<FilledCorpus> {
  const [viewerId, spaceId] = [newId<PersonId>(now), newId<SpaceId>(now)]
  const silent = { externalKey: undefined, title: undefined, unit: undefined, location: undefined }
  await upsertPeople(db, [
    {
      ...silent,
      ...{ id: viewerId, name: 'Asker', country: undefined, timeZone: undefined, languages: [] },
      ...{ roles: undefined, isActive: true, isAutomatic: false, at: now },
    },
  ])
  const members = [{ personId: viewerId, isKeeper: true }]
  await addPlannedSpaces(db, [
    {
      ...{ id: spaceId, name: 'Questions', purpose: '', visibility: 'open' as const, isPorous: false },
      ...{ members, at: now },
    },
  ])
  const postIds = texts.map(() => newId<PostId>(now))
  for (let begin = 0; begin < texts.length; begin += BATCH) {
    const batch = texts.slice(begin, begin + BATCH).map((body, at) => ({
      ...{
        id: postIds[begin + at] as string as SaidId,
        spaceId,
        authorId: viewerId,
        kind: 'question' as const,
        body,
      },
      ...{
        threadId: undefined,
        answersId: undefined,
        continuesId: undefined,
        title: undefined,
        folded: undefined,
      },
      ...{ mentionIds: [], reactions: [], at: now, editedAt: undefined },
    }))
    await db.transaction().execute((tx) => addArchivedWords(tx, batch))
  }
  await refreshWordCounts(db)
  // Fresh tables are taken for tiny ones.
  await sql`analyze`.execute(db)
  return { viewerId, postIds }
}
