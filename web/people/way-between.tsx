// The way from one person to another along the reporting tree.
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import type { PersonRef } from '#contract/ref'
import { Trouble } from '#ui/trouble'
import { PersonPicker } from './person-picker.tsx'
import styles from './tree-page.module.css'
import { WayList } from './way-list.tsx'
import { stepsFrom } from './way-to.tsx'

export function WayBetween() {
  const [from, setFrom] = useState<PersonRef>()
  const [to, setTo] = useState<PersonRef>()
  return (
    <section className={styles.way}>
      <h2>From one person to another</h2>
      <div className={styles.pickers}>
        <PersonPicker label={from === undefined ? 'From' : `From ${from.name}`} onPick={setFrom} />
        <PersonPicker label={to === undefined ? 'To' : `To ${to.name}`} onPick={setTo} />
      </div>
      <div role="status">{from !== undefined && to !== undefined && <Way from={from} to={to} />}</div>
    </section>
  )
}

function Way({ from, to }: { from: PersonRef; to: PersonRef }) {
  const way = useQuery({
    queryKey: ['people', 'get-path', { fromId: from.id, toId: to.id }],
    queryFn: () => call('people', 'getPath', { fromId: from.id, toId: to.id }),
  })
  if (way.isError) return <Trouble problem={way.error} onRetry={way.refetch} />
  if (way.data === undefined) return null
  return (
    <>
      <p>{stepsFrom(way.data.distance, from)}.</p>
      <WayList people={way.data.people} />
    </>
  )
}
