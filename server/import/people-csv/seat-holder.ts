// One person made of all the rows that speak of them.
import { foldName, vacancyOf } from './names.ts'
import type { PersonRow } from './person-row.ts'

export type SeatHolder = {
  /** Unique in the plan, and the same for the same person at the next import. */
  key: string
  /** The name as it will be shown; a post that nobody is named for is called by its title. */
  name: string
  main: PersonRow
  /** The rows of this person besides the main one, in the order of the file. */
  further: PersonRow[]
  isVacant: boolean
}

const NAME_CHARACTERS_MAX = 120

/** The person of these rows, at least one. The main seat is the one the others report to, else the fullest row, else the first. */
export function holderOf(rows: readonly PersonRow[]): SeatHolder {
  const mentions = mentionsIn(rows)
  const weighed = rows.map((row) => ({ row, weight: weightOf(row, mentions) }))
  const main = weighed.reduce((best, next) => (next.weight > best.weight ? next : best)).row
  const further = rows.filter((row) => row !== main)
  const named = [main, ...further].find(({ name }) => vacancyOf(name) === undefined)
  const isVacant = named === undefined && main.addresses.length === 0
  return { key: keyOf(main), name: named?.name ?? nameWithout(main), main, further, isVacant }
}

/** Gives holders with the same key, such as two posts under one reference, keys of their own by their order. */
export function withUniqueKeys(holders: readonly SeatHolder[]): SeatHolder[] {
  const copies = new Map<string, number>()
  const given = new Set(holders.map(({ key }) => key))
  return holders.map((holder) => {
    let copy = copies.get(holder.key) ?? 1
    let key = copy === 1 ? holder.key : `${holder.key}#${copy}`
    while (copy > 1 && given.has(key)) {
      copy += 1
      key = `${holder.key}#${copy}`
    }
    copies.set(holder.key, copy + 1)
    return { ...holder, key }
  })
}

/** All addresses of a person, those of the main seat first. */
export function addressesOf({ main, further }: SeatHolder): string[] {
  return [...new Set([main, ...further].flatMap(({ addresses }) => addresses))]
}

const REPORTED_TO_WEIGHT = 100

function weightOf(row: PersonRow, mentions: ReadonlyMap<string, number>): number {
  const cells = [row.id, row.title, row.unit, row.location, row.country, row.timeZone, ...row.addresses]
  const filled = cells.filter((cell) => cell !== undefined).length
  const words = [
    ...(row.id === undefined ? [] : [`id ${row.id}`]),
    ...row.addresses.map((word) => `address ${word}`),
  ]
  const mentioned = words.reduce((sum, word) => sum + (mentions.get(word) ?? 0), 0)
  const own = row.manager && words.includes(`${row.manager.by} ${row.manager.value}`) ? 1 : 0
  return Math.min(filled, REPORTED_TO_WEIGHT - 1) + (mentioned > own ? REPORTED_TO_WEIGHT : 0)
}

function mentionsIn(rows: readonly PersonRow[]): Map<string, number> {
  const mentions = new Map<string, number>()
  for (const { manager } of rows) {
    if (!manager) continue
    const word = `${manager.by} ${manager.value}`
    mentions.set(word, (mentions.get(word) ?? 0) + 1)
  }
  return mentions
}

function keyOf({ id, addresses, name, title, unit }: PersonRow): string {
  if (id !== undefined) return id
  if (addresses[0] !== undefined) return addresses[0]
  if (vacancyOf(name) === undefined) return `name:${foldName(name)}`
  return `post:${foldName(title ?? '')}/${foldName(unit ?? '')}`
}

function nameWithout({ id, name, title, unit, addresses }: PersonRow): string {
  const local = addresses[0]?.split('@')[0]
  if (local) return local
  const post = title ?? unit ?? `post ${id}`
  return `${vacancyOf(name)}, ${post}`.slice(0, NAME_CHARACTERS_MAX).toWellFormed()
}
