// A way along the reporting tree: how it is asked for, told and drawn.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { PersonId, PersonRef } from '#contract/ref'
import { Spoken } from '#ui/spoken'
import styles from './way-list.module.css'

type Ends = { fromId: PersonId | undefined; toId: PersonId | undefined }

/** The way between two people; nothing is asked before both are known. */
export function useWay({ fromId, toId }: Ends) {
  return useQuery({
    queryKey: ['people', 'get-path', { fromId, toId }],
    queryFn: () =>
      fromId === undefined || toId === undefined ? undefined : call('people', 'getPath', { fromId, toId }),
    enabled: fromId !== undefined && toId !== undefined,
  })
}

/** The distance in words. */
export function stepsFrom(distance: number | null, from: 'you' | PersonRef): string {
  if (distance === 0) return say('The same person')
  if (from === 'you') {
    return distance === null
      ? say('No way along the reporting tree leads here from you')
      : say('{distance, plural, =1 {One step} other {# steps}} from you', { distance })
  }
  const { name } = from
  return distance === null
    ? say('No way along the reporting tree leads here from {name}', { name })
    : say('{distance, plural, =1 {One step} other {# steps}} from {name}', { distance, name })
}

/**
 * People in a row, each the next step from the one before.
 * @param stepsUp how many of the steps lead up; where it is not known, they are shown as mere steps
 */
export function WayList({ people, stepsUp }: { people: readonly PersonRef[]; stepsUp?: number }) {
  return (
    <ol className={styles.way}>
      {people.map((person, step) => (
        <li key={person.id}>
          {step > 0 && stepsUp !== undefined && <Step isUp={step <= stepsUp} />}
          {step > 0 && stepsUp === undefined && <span className={styles.step} aria-hidden="true" />}
          <Link to="/people/$id" params={{ id: person.id }} {...(step === stepsUp && { 'data-top': true })}>
            {person.name}
          </Link>
        </li>
      ))}
    </ol>
  )
}

function Step({ isUp }: { isUp: boolean }) {
  const Arrow = isUp ? ArrowUp : ArrowDown
  return (
    <>
      <Arrow className={styles.arrow} size={18} strokeWidth={1.75} aria-hidden="true" />
      <Spoken>{isUp ? say('up to') : say('down to')} </Spoken>
    </>
  )
}
