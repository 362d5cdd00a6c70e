// What narrows the library: a space, a topic, and who answered.

import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { PersonId, SpaceId } from '#contract/ref'
import { Button } from '#ui/button'
import styles from './library.module.css'
import type { LibrarySearch } from './library-address.ts'
import { useChoices } from './use-library.ts'

type FiltersProps = { search: LibrarySearch; onChange: (changed: LibrarySearch) => void }

export function LibraryFilters({ search, onChange }: FiltersProps) {
  const { spaces, topics } = useChoices()
  const { space, topic, by } = search
  return (
    <div className={styles.filters}>
      <Choice
        label={say('Space')}
        every={say('All spaces')}
        value={space}
        choices={spaces.map(({ id, name }) => ({ value: id, words: name }))}
        other={space !== undefined && <SpaceName id={space as SpaceId} />}
        onChoose={(chosen) => onChange({ space: chosen })}
      />
      <Choice
        label={say('Topic')}
        every={say('All topics')}
        value={topic}
        choices={topics.map((each) => ({ value: each, words: `#${each}` }))}
        other={`#${topic}`}
        onChoose={(chosen) => onChange({ topic: chosen })}
      />
      {by !== undefined && <AnsweredBy id={by as PersonId} onClear={() => onChange({ by: undefined })} />}
    </div>
  )
}

type ChoiceProps = {
  label: string
  /** What stands there while nothing is chosen. */
  every: string
  value: string | undefined
  choices: { value: string; words: string }[]
  /** How a value is called that came with the address and is not among the choices. */
  other: React.ReactNode
  onChoose: (value: string | undefined) => void
}

function Choice({ label, every, value, choices, other, onChoose }: ChoiceProps) {
  const id = useId()
  const isOther = value !== undefined && !choices.some((choice) => choice.value === value)
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) => onChoose(target.value === '' ? undefined : target.value)}
      >
        <option value="">{every}</option>
        {isOther && <option value={value}>{other}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.words}
          </option>
        ))}
      </select>
    </div>
  )
}

function SpaceName({ id }: { id: SpaceId }) {
  const { data } = useQuery({
    queryKey: ['spaces', 'get-space', id],
    queryFn: () => call('spaces', 'getSpace', { id }),
  })
  return data?.name ?? say('One space')
}

function AnsweredBy({ id, onClear }: { id: PersonId; onClear: () => void }) {
  const { data } = useQuery({
    queryKey: ['people', 'get-person', id],
    queryFn: () => call('people', 'getPerson', { id }),
  })
  return (
    <Button icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />} onClick={onClear}>
      {data === undefined ? say('Answered by one person') : say('Answered by {name}', { name: data.name })}
    </Button>
  )
}
