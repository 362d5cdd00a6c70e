// The way from one person to another along the reporting tree, in words and as a chain.
import type { PersonId, PersonRef } from '#contract/ref'
import { Trouble } from '#ui/trouble'
import { stepsFrom, useWay, WayList } from './way-list.tsx'

export function WayBetween({ from, toId }: { from: PersonRef; toId: PersonId }) {
  const way = useWay({ fromId: from.id, toId })
  if (way.isError) return <Trouble problem={way.error} onRetry={way.refetch} />
  if (way.data === undefined) return null
  const to = way.data.people.at(-1)
  return (
    <>
      <p>
        {to !== undefined && <b>{to.name}: </b>}
        {stepsFrom(way.data.distance, from)}.
      </p>
      <WayList people={way.data.people} />
    </>
  )
}
