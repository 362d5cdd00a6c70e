// Which unheard voices are brought up: stratified sampling, pure. The same input and seed give the same draw, in
// whatever order the input comes, so that a draw can be repeated and nobody can steer it unseen.
import { createHash } from 'node:crypto'

/** How far somebody stands from the reader: their own line is those within two steps. */
export type Distance = 'your-reports' | 'two-steps' | 'three-or-more' | 'elsewhere'

const OWN_LINE: ReadonlySet<Distance> = new Set(['your-reports', 'two-steps'])

/** Something that somebody said who was not heard. */
export type Voice = {
  key: string
  /** The stratum that this person is of. */
  stratum: string
  distance: Distance
  /** 1 for the best that this person said, 2 for the next; everybody of a stratum has their first turn before. */
  turn: number
  /** How many people found it worth hearing: who agreed or thanked. */
  worthCount: number
  at: Temporal.Instant
}

export type Stratum = {
  /** 0 to 1, of the people of the network. */
  networkShare: number
  /** 0 to 1, of what the reader read of late. */
  readShare: number
  /** 0 to `SILENT_DAYS`: for so long the reader read nothing of it. */
  silentDays: number
}

export type DrawnVoice<V extends Voice> = {
  voice: V
  weight: number
  /** How many different people of the stratum could have been drawn. */
  drawnFrom: number
}

/** What was read longer ago says nothing of whom a reader hears today. */
export const SILENT_DAYS = 90

export type Draw<V extends Voice> = {
  seed: string
  voices: readonly V[]
  /** Every stratum of the voices. */
  strata: ReadonlyMap<string, Stratum>
  /** At most so many are drawn. */
  most: number
}

/**
 * Draws strata again and again, each time with a chance by its weight, and takes from each what others found most worth
 * hearing, the newest first. Once all that have any weight are used up the others follow, the longest silent first.
 *
 * Each stratum is given the arrivals of a Poisson process whose rate is its weight: who arrives first was drawn first,
 * and what one stratum is given does not depend on any other. Nobody of the reader's own line is ever drawn.
 */
export function drawVoices<V extends Voice>({ seed, voices, strata, most }: Draw<V>): DrawnVoice<V>[] {
  const outside = voices.filter(({ distance }) => !OWN_LINE.has(distance))
  const arrivals = [...Map.groupBy(outside, ({ stratum }) => stratum)].flatMap(([stratum, members]) => {
    const known = strata.get(stratum)
    const weight = known === undefined ? 0 : weightOf(known)
    const silentDays = known?.silentDays ?? 0
    const drawnFrom = members.filter(({ turn }) => turn === 1).length
    let waited = 0
    return members.toSorted(bestFirst).map((voice, place) => {
      waited -= Math.log(chance(`${seed}\n${stratum}\n${place}`))
      const arrival = weight === 0 ? Number.POSITIVE_INFINITY : waited / weight
      return { voice, weight, drawnFrom, arrival, waited, silentDays }
    })
  })
  return arrivals
    .toSorted(
      (one, other) =>
        compare(one.arrival, other.arrival) ||
        other.silentDays - one.silentDays ||
        compare(one.waited, other.waited),
    )
    .slice(0, most)
    .map(({ voice, weight, drawnFrom }) => ({ voice, weight, drawnFrom }))
}

/**
 * What a stratum weighs: by how much its share of the network is more than its share of the reading, and up to twice
 * that the longer it was silent (our own choice, as is the bound).
 */
export function weightOf({ networkShare, readShare, silentDays }: Stratum): number {
  return Math.max(0, networkShare - readShare) * (1 + Math.min(silentDays, SILENT_DAYS) / SILENT_DAYS)
}

function bestFirst(one: Voice, other: Voice): number {
  return (
    one.turn - other.turn ||
    other.worthCount - one.worthCount ||
    Temporal.Instant.compare(other.at, one.at) ||
    (one.key < other.key ? -1 : 1)
  )
}

/** Infinities are equal here, where a difference would be no number. */
function compare(one: number, other: number): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

const FRACTION_BYTES = 6

/** A number above 0 and at most 1 that nobody can tell without its text. */
function chance(text: string): number {
  const bytes = createHash('sha256').update(text).digest()
  return (bytes.readUIntBE(0, FRACTION_BYTES) + 1) / 2 ** (8 * FRACTION_BYTES)
}
