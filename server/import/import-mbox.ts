import { basename } from 'node:path'
import type { PersonId } from '#contract/ref'
import { listEverybody, type NetworkPerson } from '#rooms/people'
import type { ArchiveImport, ArchiveOutcome } from './archive-import.ts'
import { importArchive } from './import-archive.ts'
import { type ChartPerson, readMbox } from './mbox/read-mbox.ts'
import { Merges } from './merges.ts'
import { listMadePeople } from './store.ts'

export type MboxImport = Omit<ArchiveImport, 'source' | 'file' | 'records' | 'chartIds' | 'merges'> & {
  /** A file, or a folder of them. */
  path: string
  /** Further files or folders of the same mail, so that answers in one find what they answer in another. */
  morePaths?: readonly string[]
  /** Whether the mail of a mailing list becomes posts of one open space. */
  listAsSpace: boolean
}

/** Brings in mail, or says what would come in. */
export async function importMbox({
  path,
  morePaths = [],
  listAsSpace,
  ...wanted
}: MboxImport): Promise<ArchiveOutcome> {
  const everybody = await listEverybody(wanted.db)
  const merged = everybody.filter(({ mergedAddresses }) => mergedAddresses.length > 0)
  const merges = new Merges(new Set(merged.map(({ id }) => id)))
  const chart = chartOf(everybody, await listMadePeople(wanted.db, 'mbox'))
  return importArchive({
    ...wanted,
    source: 'mbox',
    file: basename(path),
    records: readMbox({
      paths: [path, ...morePaths],
      listAsSpace,
      chart,
      notAfter: wanted.now(),
      onMerge: (merge) => merges.add(merge),
    }),
    chartIds: new Set(chart.map((person) => person.personKey)),
    merges,
  })
}

/**
 * Whom mail may turn out to be from. What earlier mail taught is left out, so that mail read again is understood as it
 * was the first time, and so that outsiders who once wrote in do not count as the house; guests do not either.
 */
function chartOf(everybody: readonly NetworkPerson[], madeByMail: ReadonlySet<PersonId>): ChartPerson[] {
  return everybody
    .filter(({ isAutomatic, roles }) => !isAutomatic && !roles.includes('guest'))
    .filter(({ id, isActive }) => isActive || !madeByMail.has(id))
    .map(({ id, name, addresses, mergedAddresses }) => ({
      personKey: id,
      name,
      addresses: addresses.filter((address) => !mergedAddresses.includes(address)),
    }))
}
