// In which space a question is asked: one of one's own, or the one from which one came here.
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import styles from './ask.module.css'

const OFFERED_MAX = 50

type WhichSpaceProps = {
  /** Empty as long as none is chosen. */
  spaceId: string
  onChoose: (spaceId: string) => void
  problem: string | undefined
}

export function WhichSpace({ spaceId, onChoose, problem }: WhichSpaceProps) {
  const id = useId()
  const spaces = useOfferedSpaces(spaceId)
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{say('In which space')}</label>
      <select
        id={id}
        value={spaceId}
        onChange={({ target }) => onChoose(target.value)}
        {...(problem !== undefined && { 'aria-invalid': true, 'aria-describedby': `${id}-problem` })}
      >
        <option value="">{say('Choose a space')}</option>
        {spaces.map((space) => (
          <option key={space.id} value={space.id}>
            {space.name}
          </option>
        ))}
      </select>
      {problem !== undefined && (
        <span id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </div>
  )
}

function useOfferedSpaces(spaceId: string): { id: SpaceId; name: string }[] {
  const mine = useQuery({
    queryKey: ['spaces', 'list-spaces', 'mine', 'ask'],
    queryFn: () => call('spaces', 'listSpaces', { which: 'mine', limit: OFFERED_MAX }),
  })
  const items = mine.data?.items ?? []
  const isAmong = items.some(({ id }) => id === spaceId)
  // An open space may be asked by whoever reads it, whether they are in it or not.
  const other = useQuery({
    queryKey: ['spaces', 'get-space', spaceId],
    queryFn: () => call('spaces', 'getSpace', { id: spaceId as SpaceId }),
    enabled: spaceId !== '' && mine.data !== undefined && !isAmong,
  })
  return other.data === undefined || isAmong ? items : [...items, other.data]
}
