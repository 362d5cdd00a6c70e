// How one gets to somebody along the reporting tree: the steps in words, then each person on the way.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import { useMe } from '#browser/session'
import type { Person } from '#contract/people'
import type { PersonRef } from '#contract/ref'
import { WayList } from './way-list.tsx'

export function WayTo({ person }: { person: Person }) {
  const me = useMe()
  const way = useQuery({
    queryKey: ['people', 'get-path', { fromId: me.person.id, toId: person.id }],
    queryFn: () => call('people', 'getPath', { fromId: me.person.id, toId: person.id }),
  })
  if (way.data === undefined) return null
  return (
    <div>
      <h2>{stepsFrom(way.data.distance, 'you')}</h2>
      <WayList people={way.data.people} />
    </div>
  )
}

/** The distance in words. */
export function stepsFrom(distance: number | null, from: 'you' | PersonRef): string {
  const name = from === 'you' ? 'you' : from.name
  if (distance === null) return `No way along the reporting tree leads here from ${name}`
  if (distance === 0) return 'The same person'
  return distance === 1 ? `One step from ${name}` : `${distance} steps from ${name}`
}
