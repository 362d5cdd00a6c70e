// Finds the person a row names as manager: in the file first, then among those already in the network.
import { type Directory, directoryOf, type KnownPerson } from './known-people.ts'
import { foldName, withoutZeros } from './names.ts'
import type { ManagerMention, PersonRow, ReportLine } from './person-row.ts'
import { addressesOf, type SeatHolder } from './seat-holder.ts'

/** A person of the plan or, where the file does not name them, of the network. */
export type Manager = SeatHolder | KnownPerson

export type ManagerDirectory = {
  byId: ReadonlyMap<string, SeatHolder>
  /** By reference without leading zeros; undefined where two references differ in nothing else. */
  byNumber: ReadonlyMap<string, SeatHolder | undefined>
  byAddress: ReadonlyMap<string, SeatHolder>
  byName: ReadonlyMap<string, SeatHolder[]>
  network: Directory
  holderOf(known: KnownPerson): SeatHolder | undefined
}

/** Everybody who can be named as a manager. Where two share a reference or an address, the first row has it. */
export function managerDirectory(given: {
  holders: readonly SeatHolder[]
  known: readonly KnownPerson[]
  knownByKey: ReadonlyMap<string, KnownPerson>
}): ManagerDirectory {
  const byId = new Map<string, SeatHolder>()
  const byNumber = new Map<string, SeatHolder | undefined>()
  const byAddress = new Map<string, SeatHolder>()
  const byName = new Map<string, SeatHolder[]>()
  const holderByKnown = new Map<KnownPerson, SeatHolder>()
  for (const { holder, id } of inOrderOfRows(given.holders)) {
    if (byId.has(id)) continue
    byId.set(id, holder)
    const number = withoutZeros(id)
    if (number !== undefined) byNumber.set(number, byNumber.has(number) ? undefined : holder)
  }
  for (const holder of given.holders) {
    for (const address of addressesOf(holder)) if (!byAddress.has(address)) byAddress.set(address, holder)
    const known = given.knownByKey.get(holder.key)
    if (known) holderByKnown.set(known, holder)
    if (holder.isVacant) continue
    const name = foldName(holder.name)
    byName.set(name, [...(byName.get(name) ?? []), holder])
  }
  const network = directoryOf(given.known)
  return { byId, byNumber, byAddress, byName, network, holderOf: (known) => holderByKnown.get(known) }
}

function inOrderOfRows(holders: readonly SeatHolder[]): { holder: SeatHolder; row: number; id: string }[] {
  return holders
    .flatMap((holder) =>
      [holder.main, ...holder.further].flatMap(({ row, id }) =>
        id === undefined ? [] : [{ holder, row, id }],
      ),
    )
    .toSorted((a, b) => a.row - b.row)
}

/** Whoever the row names, undefined for nobody; and a line when the naming does not simply hold. */
export type FoundManager = { manager: Manager | undefined; line: ReportLine | undefined }

export function findManager(row: PersonRow, holder: SeatHolder, directory: ManagerDirectory): FoundManager {
  const mention = row.manager
  if (!mention) {
    const sentence = `${holder.name} has no manager in the file and stands at the top.`
    const isMain = row === holder.main
    return {
      manager: undefined,
      line: isMain ? { row: row.row, severity: 'info', code: 'no-manager', sentence } : undefined,
    }
  }
  const warn = (code: string, sentence: string): ReportLine => ({
    row: row.row,
    severity: 'warning',
    code,
    sentence,
  })
  const inFile = inFileBy(mention, holder, directory)
  if (inFile.length > 1) {
    const rows = inFile.map(({ main }) => main.row).join(', ')
    const sentence = `${mention.value} is the name of several people (rows ${rows}), so no manager was taken. Give the reference or the address.`
    return { manager: undefined, line: warn('manager-ambiguous', sentence) }
  }
  if (inFile[0]) return { manager: inFile[0], line: undefined }
  const known = inNetworkBy(mention, directory)
  if (known) return { manager: directory.holderOf(known) ?? known, line: undefined }
  const mended = mention.by === 'id' ? byNumber(mention.value, directory) : undefined
  if (mended) {
    const sentence = `The manager ${mention.value} is not there, but ${mended.name} has that reference without its leading zeros and was taken.`
    return { manager: mended, line: warn('manager-without-zeros', sentence) }
  }
  const sentence = `The manager ${mention.value} is neither in the file nor in the network, so ${holder.name} stands at the top.`
  return { manager: undefined, line: warn('manager-dangling', sentence) }
}

function inFileBy(
  { by, value }: ManagerMention,
  asker: SeatHolder,
  directory: ManagerDirectory,
): SeatHolder[] {
  if (by === 'id') return found(directory.byId.get(value))
  if (by === 'address') return found(directory.byAddress.get(value))
  const named = directory.byName.get(foldName(value)) ?? []
  // Nobody reports to themselves while there is a namesake to report to.
  return named.length > 1 ? named.filter((holder) => holder !== asker) : named
}

function inNetworkBy({ by, value }: ManagerMention, { network }: ManagerDirectory): KnownPerson | undefined {
  if (by === 'id') return network.byKey(value)
  return by === 'address' ? network.byAddress(value) : network.byName(value)
}

function byNumber(reference: string, { byNumber, network, holderOf }: ManagerDirectory): Manager | undefined {
  const number = withoutZeros(reference)
  if (number === undefined) return undefined
  const known = network.byNumber(number)
  return byNumber.get(number) ?? (known && (holderOf(known) ?? known))
}

function found(holder: SeatHolder | undefined): SeatHolder[] {
  return holder ? [holder] : []
}
