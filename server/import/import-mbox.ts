import { basename } from 'node:path'
import type { Db } from '#platform/db'
import { listEverybody } from '#rooms/people'
import { type ArchiveImport, type ArchiveOutcome, importArchive } from './import-archive.ts'
import { type ChartPerson, readMbox } from './mbox/read-mbox.ts'
import { Merges } from './merges.ts'
import { listMadePeople } from './store.ts'

export type MboxImport = Omit<ArchiveImport, 'source' | 'file' | 'records' | 'chartIds' | 'merges'> & {
  /** A file, or a folder of them. */
  path: string
  /** Whether the mail of a mailing list becomes posts of one open space. */
  listAsSpace: boolean
}

/** Brings in mail, or says what would come in. */
export async function importMbox({ path, listAsSpace, ...wanted }: MboxImport): Promise<ArchiveOutcome> {
  const merges = new Merges()
  const chart = await chartOf(wanted.db)
  return importArchive({
    ...wanted,
    source: 'mbox',
    file: basename(path),
    records: readMbox({
      paths: [path],
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
async function chartOf(db: Db): Promise<ChartPerson[]> {
  const madeByMail = await listMadePeople(db, 'mbox')
  const everybody = await listEverybody(db)
  return everybody
    .filter(({ isAutomatic, roles }) => !isAutomatic && !roles.includes('guest'))
    .filter(({ id, isActive }) => isActive || !madeByMail.has(id))
    .map(({ id, name, addresses, mergedAddresses }) => ({
      personKey: id,
      name,
      addresses: addresses.filter((address) => !mergedAddresses.includes(address)),
    }))
}
