// Turns what rows say of managers into a tree that holds: one manager each, and no circle.
import { disjointSets } from './disjoint-sets.ts'
import { findManager, type Manager, type ManagerDirectory, managerDirectory } from './find-manager.ts'
import type { KnownPerson } from './known-people.ts'
import type { PersonRow, ReportLine } from './person-row.ts'
import type { SeatHolder } from './seat-holder.ts'

/** A manager: somebody of the plan by their key, or somebody in the network whom the file does not name. */
export type PlannedManager = { key: string } | { existingId: string }

export type ReportingLines = {
  /** By the key of the person who reports; those at the top are missing. */
  managers: ReadonlyMap<string, PlannedManager>
  lines: ReportLine[]
}

type Given = {
  holders: readonly SeatHolder[]
  known: readonly KnownPerson[]
  knownByKey: ReadonlyMap<string, KnownPerson>
}

/**
 * The manager of each person: the one named in the main seat. Whoever cannot be found, oneself, and a manager who
 * would close a circle are reported, and the person then stands at the top of a tree of their own. In a file that
 * names no managers everybody keeps the one they have.
 */
export function reportingLines(given: Given): ReportingLines {
  const lines: ReportLine[] = []
  const seats = given.holders.flatMap(({ main, further }) => [main, ...further])
  const wanted = seats.some(({ manager }) => manager) ? managersNamed(given, lines) : managersKept(given)
  const managers = withoutCircles(given, wanted, lines)
  return {
    managers: new Map([...managers].map(([holder, manager]) => [holder.key, referenceTo(manager)])),
    lines,
  }
}

function referenceTo(manager: Manager): PlannedManager {
  return isHolder(manager) ? { key: manager.key } : { existingId: manager.id }
}

function isHolder(person: Manager): person is SeatHolder {
  return 'main' in person
}

function managersNamed(given: Given, lines: ReportLine[]): Map<SeatHolder, Manager> {
  const directory = managerDirectory(given)
  const managers = new Map<SeatHolder, Manager>()
  for (const holder of given.holders) {
    const named = [holder.main, ...holder.further].map((seat) => {
      const { manager, line } = namedIn(seat, holder, directory)
      if (line) lines.push(line)
      return manager
    })
    // A main seat below one's own other seat takes the manager of that one.
    const manager = named[0] === holder ? named.find((other) => other && other !== holder) : named[0]
    if (manager) managers.set(holder, manager)
  }
  return managers
}

function namedIn(seat: PersonRow, holder: SeatHolder, directory: ManagerDirectory) {
  const found = findManager(seat, holder, directory)
  if (found.manager !== holder) return found
  const { manager } = seat
  const isOwnSeat =
    manager?.by === 'id' ? manager.value === seat.id : seat.addresses.includes(manager?.value ?? '')
  if (!isOwnSeat && holder.further.length > 0) return found
  const line: ReportLine = {
    row: seat.row,
    severity: 'warning',
    code: 'manager-is-oneself',
    sentence: `${holder.name} is named as their own manager, which was left out.`,
  }
  return { manager: holder, line }
}

function managersKept({ holders, known, knownByKey }: Given): Map<SeatHolder, Manager> {
  const people = peopleById({ holders, known, knownByKey })
  const managers = new Map<SeatHolder, Manager>()
  for (const holder of holders) {
    const manager = people.get(knownByKey.get(holder.key)?.managerId ?? '')
    if (manager) managers.set(holder, manager)
  }
  return managers
}

/** Those in the network by their id, as people of the plan where they are in it. */
function peopleById({ holders, known, knownByKey }: Given): Map<string, Manager> {
  const people = new Map<string, Manager>(known.map((person) => [person.id, person]))
  for (const holder of holders) {
    const person = knownByKey.get(holder.key)
    if (person) people.set(person.id, holder)
  }
  return people
}

// A person without a manager yet is the top of whatever hangs below them. So a new line closes a circle exactly when
// both its ends hang together already.
function withoutCircles(given: Given, wanted: Map<SeatHolder, Manager>, lines: ReportLine[]) {
  const people = peopleById(given)
  const others = given.known.filter((person) => people.get(person.id) === person)
  const numbers = new Map<Manager, number>(
    [...given.holders, ...others].map((person, number) => [person, number]),
  )
  const sets = disjointSets(numbers.size)
  const joins = (person: Manager, manager: Manager) =>
    sets.join(numbers.get(person) ?? 0, numbers.get(manager) ?? 0)
  const above = new Map<Manager, Manager>()
  for (const person of others) {
    const manager = people.get(person.managerId ?? '')
    if (manager && joins(person, manager)) above.set(person, manager)
  }
  const managers = new Map<SeatHolder, Manager>()
  for (const [holder, manager] of [...wanted].toSorted(([a], [b]) => a.main.row - b.main.row)) {
    if (joins(holder, manager)) {
      above.set(holder, manager)
      managers.set(holder, manager)
    } else lines.push(circleLine(holder, manager, above))
  }
  return managers
}

const CIRCLE_NAMES_MAX = 6

function circleLine(holder: SeatHolder, manager: Manager, above: ReadonlyMap<Manager, Manager>): ReportLine {
  const circle: Manager[] = [holder]
  for (let next: Manager | undefined = manager; next && next !== holder; next = above.get(next))
    circle.push(next)
  const names = circle.slice(0, CIRCLE_NAMES_MAX).map(({ name }) => name)
  const more = circle.length > CIRCLE_NAMES_MAX ? ', …' : ''
  return {
    row: holder.main.row,
    severity: 'warning',
    code: 'circle',
    sentence: `${circle.length} people report to each other in a circle (${names.join(', ')}${more}). It was cut here: ${holder.name} stands at the top.`,
  }
}
