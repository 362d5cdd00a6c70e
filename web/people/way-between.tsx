// The way between any two people along the reporting tree: chosen here, told in words, and shown step by step.
import { useQuery } from '@tanstack/react-query'
import { say, sayAs } from '#browser/say'
import type { PersonId } from '#contract/ref'
import { Button } from '#ui/button'
import { Trouble } from '#ui/trouble'
import { PersonPicker } from './person-picker.tsx'
import { personQuery } from './person-query.ts'
import type { TreeAddress } from './tree-address.ts'
import type { TreeActs } from './use-tree.ts'
import styles from './way-between.module.css'
import { stepsFrom, useWay, WayList } from './way-list.tsx'
import { wayInWords } from './way-words.ts'

export function WayBetween({ address, acts }: { address: TreeAddress; acts: TreeActs }) {
  const { from, to } = address
  const choose = (ends: Pick<TreeAddress, 'from' | 'to'>) =>
    acts.show({ ...address, ...ends, open: undefined })
  return (
    // It stands open while it has something to tell.
    <details className={styles.way} open={from !== undefined || to !== undefined || undefined}>
      <summary>{say('The way between two people')}</summary>
      <div className={styles.ends}>
        <End end="from" id={from} onChoose={(id) => choose({ from: id, to })} />
        <End end="to" id={to} onChoose={(id) => choose({ from, to: id })} />
      </div>
      {from !== undefined && to !== undefined && <Told from={from} to={to} />}
    </details>
  )
}

type EndProps = {
  end: 'from' | 'to'
  id: PersonId | undefined
  onChoose: (id: PersonId | undefined) => void
}

function End({ end, id, onChoose }: EndProps) {
  if (id !== undefined) return <Chosen end={end} id={id} onChoose={onChoose} />
  return <PersonPicker label={LABELS[end]} onPick={(person) => onChoose(person.id)} />
}

const LABELS = { from: sayAs('a way', 'From'), to: sayAs('a way', 'To') }

function Chosen({ end, id, onChoose }: EndProps & { id: PersonId }) {
  const found = useQuery(personQuery(id))
  const change = (
    <Button
      kind="quiet"
      aria-label={
        end === 'from' ? say('Change whom the way leads from') : say('Change whom the way leads to')
      }
      onClick={() => onChoose(undefined)}
    >
      {say('Change')}
    </Button>
  )
  if (found.isError) {
    return (
      <div>
        <Trouble problem={found.error} onRetry={found.refetch} />
        {change}
      </div>
    )
  }
  return (
    <p className={styles.end}>
      <span>
        {LABELS[end]} <b>{found.data?.name ?? '…'}</b>
      </span>
      {change}
    </p>
  )
}

function Told({ from, to }: { from: PersonId; to: PersonId }) {
  const way = useWay({ fromId: from, toId: to })
  // Whoever does not exist is told of where they were chosen.
  if (way.isError || way.data === undefined) return null
  const { people, distance, stepsUp } = way.data
  const [first] = people
  return (
    <>
      <p role="status">
        {first === undefined || stepsUp === null
          ? say('No way along the reporting tree leads from one to the other.')
          : say('{steps}: {way}.', { steps: stepsFrom(distance, first), way: wayInWords(people, stepsUp) })}
      </p>
      <WayList people={people} {...(stepsUp !== null && { stepsUp })} />
    </>
  )
}
