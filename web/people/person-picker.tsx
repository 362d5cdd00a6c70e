// Finds a person as one types.
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import { useSettled } from '#browser/use-settled'
import type { PersonRef } from '#contract/ref'
import { Avatar } from '#ui/avatar'
import styles from './person-picker.module.css'
import { standingOf } from './standing-of.ts'

const SETTLED_MS = 150
const SHOWN_MAX = 6

type PersonPickerProps = { label: string; onPick: (person: PersonRef) => void; startsFocused?: boolean }

export function PersonPicker({ label, onPick, startsFocused }: PersonPickerProps) {
  const picking = usePicking(onPick)
  const { typed, people, marked } = picking
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    if (startsFocused) input.current?.focus()
  }, [startsFocused])
  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="search"
        autoComplete="off"
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(people.length > 0 && { 'aria-activedescendant': `${id}-${marked}` })}
        value={typed}
        onChange={({ target }) => picking.type(target.value)}
        onKeyDown={picking.press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
        {people.map((person, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above takes the keys.
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === marked}
            className={styles.person}
            onClick={() => picking.pick(person)}
          >
            <Avatar person={person} />
            <span>
              <b>{person.name}</b>
              <small>{standingOf(person)}</small>
            </span>
          </div>
        ))}
      </div>
      <p role="status" className={styles.none}>
        {picking.foundNobody && say('Nobody by that name.')}
      </p>
    </div>
  )
}

/** What is typed, who was found for it, and which of them the arrow keys have reached. */
function usePicking(onPick: (person: PersonRef) => void) {
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const search = useSettled(typed.trim(), SETTLED_MS)
  const found = useQuery({
    queryKey: ['people', 'list-people', { search, limit: SHOWN_MAX }],
    queryFn: () => call('people', 'listPeople', { search, limit: SHOWN_MAX }),
    enabled: search !== '',
  })
  const people = search === '' ? [] : (found.data?.items ?? [])
  const type = (text: string) => {
    setTyped(text)
    setMarked(0)
  }
  const pick = (person: PersonRef) => {
    type('')
    onPick(person)
  }
  const press = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const person = people[marked]
    if (step !== 0 && people.length > 0) {
      event.preventDefault()
      setMarked((marked + step + people.length) % people.length)
    } else if (event.key === 'Enter' && person !== undefined) {
      event.preventDefault()
      pick(person)
    }
  }
  return {
    typed,
    people,
    marked,
    type,
    pick,
    press,
    foundNobody: search !== '' && found.data?.items.length === 0,
  }
}
