// What narrows a search, to be pressed: each choice writes an operator into the question, so that one learns to type it.
import { DoorOpen, User, X } from 'lucide-react'
import { say, sayAs } from '#browser/say'
import { type OperatorName, operatorsIn, withOperator, withoutOperator } from './operators.ts'
import styles from './search-filters.module.css'

type Choice = { value: string; label: string }
type Select = { name: OperatorName; label: string; choices: Choice[] }

const SELECTS: Select[] = [
  {
    name: 'kind',
    label: sayAs('what narrows a search', 'Kind'),
    choices: [
      { value: 'note', label: say('Notes') },
      { value: 'question', label: say('Questions') },
      { value: 'reply', label: say('Replies') },
    ],
  },
  {
    name: 'after',
    label: sayAs('what narrows a search', 'Time'),
    choices: [
      { value: '1d', label: say('Last 24 hours') },
      { value: '7d', label: say('Last 7 days') },
      { value: '30d', label: say('Last 30 days') },
      { value: '365d', label: say('Last year') },
    ],
  },
  {
    name: 'has',
    label: sayAs('what narrows a search', 'With'),
    choices: [
      { value: 'file', label: say('A file') },
      { value: 'image', label: say('An image') },
      { value: 'link', label: say('A link') },
      { value: 'reply', label: say('Replies') },
      { value: 'reaction', label: say('Reactions') },
    ],
  },
]

type SearchFiltersProps = {
  query: string
  onSearch: (query: string) => void
  /** Begins an operator whose value is typed. */
  onBegin: (name: 'from' | 'in') => void
}

export function SearchFilters({ query, onSearch, onBegin }: SearchFiltersProps) {
  const set = operatorsIn(query)
  return (
    <div className={styles.filters}>
      {set.map((operator) => (
        <button
          key={operator.start}
          type="button"
          className={styles.set}
          onClick={() => onSearch(withoutOperator(query, operator))}
        >
          {operator.name}: {operator.value}
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className={styles.spoken}>{say('Remove')}</span>
        </button>
      ))}
      {!set.some(({ name }) => name === 'in') && (
        <button type="button" className={styles.chip} onClick={() => onBegin('in')}>
          <DoorOpen size={16} strokeWidth={1.75} aria-hidden="true" />
          {say('Space')}
        </button>
      )}
      {!set.some(({ name }) => name === 'from') && (
        <button type="button" className={styles.chip} onClick={() => onBegin('from')}>
          <User size={16} strokeWidth={1.75} aria-hidden="true" />
          {say('Person')}
        </button>
      )}
      {SELECTS.filter((select) => !set.some(({ name }) => name === select.name)).map(
        ({ name, label, choices }) => (
          <select
            key={name}
            className={styles.chip}
            aria-label={label}
            value=""
            onChange={({ target }) => onSearch(withOperator(query, name, target.value))}
          >
            <option value="">{label}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
        ),
      )}
    </div>
  )
}
