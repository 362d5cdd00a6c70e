// Strata: people of one unit, site, level and distance, and how much of them is read against how many they are. Pure.
import type { Stratum } from './draw-voices.ts'
import type { Place, PlaceFigures, Totals } from './read-pool.ts'

/** One text for each stratum. */
export function stratumOf({ unit, site, level, distance }: Place): string {
  return JSON.stringify([unit, site, level, distance])
}

/** Each place once. */
export function placesOf(people: readonly Place[]): Place[] {
  const places = people.map(({ unit, site, level, distance }): Place => ({ unit, site, level, distance }))
  return [...new Map(places.map((place) => [stratumOf(place), place])).values()]
}

/**
 * The shares of each stratum. Those who speak are of the network even where nobody has counted them, such as people
 * whom only an archive knows, so a stratum holds at least those who could be drawn of it.
 */
export function strataOf(
  { places, totals }: { places: readonly PlaceFigures[]; totals: Totals },
  pool: readonly (Place & { turn: number })[],
): Map<string, Stratum> {
  const people = pool.filter(({ turn }) => turn === 1)
  const inPool = Map.groupBy(people, stratumOf)
  const peopleTotal = Math.max(totals.peopleTotal, people.length)
  return new Map(
    places.map((place) => {
      const stratum = stratumOf(place)
      const peopleCount = Math.max(place.peopleCount, inPool.get(stratum)?.length ?? 0)
      return [
        stratum,
        {
          networkShare: Math.min(1, peopleCount / peopleTotal),
          readShare: totals.readTotal === 0 ? 0 : place.readCount / totals.readTotal,
          silentDays: place.silentDays,
        },
      ]
    }),
  )
}
