// How one gets to somebody along the reporting tree: the steps in words, then each person on the way.
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { Person } from '#contract/people'
import styles from './way-list.module.css'
import { stepsFrom, useWay, WayList } from './way-list.tsx'

export function WayTo({ person }: { person: Person }) {
  const me = useMe()
  const ends = { fromId: me.person.id, toId: person.id }
  const way = useWay(ends)
  if (way.data === undefined) return null
  return (
    <div>
      <h2>{stepsFrom(way.data.distance, 'you')}</h2>
      <WayList people={way.data.people} {...(way.data.stepsUp !== null && { stepsUp: way.data.stepsUp })} />
      <Link
        to="/people/tree"
        search={{ person: ends.toId, from: ends.fromId, to: ends.toId }}
        className={styles.onward}
      >
        {say('See the way in the reporting tree')}
      </Link>
    </div>
  )
}
