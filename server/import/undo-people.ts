// The people of an import that is undone, their addresses and their keys.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { forgetPeople, removeMergedAddresses } from '#rooms/people'
import { listBrought } from './brought.ts'
import type { StandingImport } from './standing-import.ts'
import { eachBatch, type Undoing } from './undo-steps.ts'

/** Addresses of people who were known before; those of people whom the import made go with them. */
export async function undoAddresses(undoing: Undoing): Promise<void> {
  const { tally, standing } = undoing
  await eachBatch({
    undoing,
    what: 'address',
    work: async (db, rows) => {
      const subjectIds = [...new Set(rows.map((row) => row.subjectId))]
      const made = await listBrought(db, { archiveId: standing.id, kinds: ['person'], subjectIds })
      const madeIds = new Set(made.map((row) => row.subjectId))
      const merged = rows.filter((row) => !madeIds.has(row.subjectId))
      const addresses = merged.map((row) => ({
        address: row.word ?? '',
        personId: row.subjectId as PersonId,
      }))
      const removed = await removeMergedAddresses(db, addresses)
      tally.went('addresses', removed)
      for (let at = removed; at < merged.length; at += 1)
        tally.stayed('addresses', 'confirmed or split since')
      return merged
    },
  })
}

export async function undoPeople(undoing: Undoing): Promise<void> {
  const { tally, standing } = undoing
  await eachBatch({
    undoing,
    what: 'person',
    work: async (db, rows) => {
      const ids = rows.map((row) => row.subjectId as PersonId)
      const elsewhere = await knownElsewhere(db, ids, standing)
      const gone = new Set<string>(
        await forgetPeople(
          db,
          ids.filter((id) => !elsewhere.has(id)),
        ),
      )
      tally.went('people', gone.size)
      for (const id of ids) {
        if (elsewhere.has(id)) tally.stayed('people', 'another archive knows them')
        else if (!gone.has(id))
          tally.stayed('people', 'they were let in, or something of theirs or about them stays')
      }
      const rest = await listBrought(db, {
        ...{ archiveId: standing.id, kinds: ['address', 'key'], subjectIds: [...gone] },
      })
      return [...rows, ...rest].filter((row) => gone.has(row.subjectId))
    },
  })
}

/** Whom an archive knows by a key that this import did not bring. */
async function knownElsewhere(
  db: Db,
  ids: readonly PersonId[],
  standing: StandingImport,
): Promise<Set<PersonId>> {
  const found = await sql<{ id: PersonId }>`
    select distinct k.person_id as id from import.person_key k
    where k.person_id = any (${ids}::uuid[]) and not exists (
      select from import.brought b
      where b.archive_id = ${standing.id} and b.what = 'key' and b.subject_id = k.person_id and b.word = k.key
        and k.source = ${standing.source})`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

/** Keys of people who stay, unless words of a later archive go by them. */
export async function undoKeys(undoing: Undoing): Promise<void> {
  const { id, source } = undoing.standing
  await eachBatch({
    undoing,
    what: 'key',
    work: async (db, rows) => {
      const removed = await sql<{ key: string }>`
        delete from import.person_key k
        where k.source = ${source} and k.key = any (${rows.map((row) => row.word)}::text[])
          and not exists (
            select from import.brought made
            where made.archive_id = ${id} and made.what = 'person' and made.subject_id = k.person_id)
          and not exists (
            select from import.origin o join import.archive a on a.id = o.archive_id
            where o.author_key = k.key and a.source = k.source)
        returning k.key`.execute(db)
      const gone = new Set<string | null>(removed.rows.map((row) => row.key))
      return rows.filter((row) => gone.has(row.word))
    },
  })
}
