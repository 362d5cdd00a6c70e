// One field for everything: what is typed, what is offered for it, and the keys that reach it.
import { Search } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import { Spoken } from '#ui/spoken'
import { forgetSearches, recentSearches } from './recent-searches.ts'
import styles from './search-field.module.css'
import { type Option, type Part, useParts } from './search-options.tsx'
import { useCompletions, useLookUp } from './use-look-up.ts'

export type SearchFieldProps = {
  typed: string
  onType: (typed: string) => void
  /** Leads to the full results. */
  onSearch: (query: string) => void
  /** Called when an offer leads elsewhere. */
  onGone: () => void
  /** Whether what is offered is shown; the results page hides it once it shows results. */
  offers: boolean
  field: RefObject<HTMLInputElement | null>
}

export function SearchField(props: SearchFieldProps) {
  const { typed, onType, offers, field } = props
  const id = useId()
  const box = useBox(props)
  const { parts, options, marked } = box
  const isOpen = offers && options.length > 0
  return (
    <search className={styles.search}>
      <div className={styles.field}>
        <Search size={20} strokeWidth={1.75} aria-hidden="true" />
        <input
          ref={field}
          type="search"
          role="combobox"
          aria-label={say('Search people, spaces, topics and words')}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(isOpen && marked >= 0 && { 'aria-activedescendant': `${id}-${marked}` })}
          autoComplete="off"
          enterKeyHint="search"
          maxLength={QUERY_CHARACTERS_MAX}
          placeholder={say('People, spaces, words')}
          value={typed}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={box.press}
        />
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={say('Found while you type')}
        className={styles.list}
        hidden={!isOpen}
      >
        {isOpen && <Parts parts={parts} marked={marked} id={id} />}
      </div>
      {offers && <Below box={box} typed={typed} />}
    </search>
  )
}

const QUERY_CHARACTERS_MAX = 300

type Box = ReturnType<typeof useBox>

/** What is under the list: how to get at everything, and what went wrong. */
function Below({ box: { lookUp, recent, forget, options }, typed }: { box: Box; typed: string }) {
  const isAsking = typed.trim() !== ''
  return (
    <>
      {isAsking && lookUp.error !== null && (
        <p role="alert" className={styles.trouble}>
          {sentenceOf(lookUp.error)}
        </p>
      )}
      <p className={styles.below}>
        {isAsking
          ? sayWith('<key>Enter</key> searches all that was said', { key: (words) => <kbd>{words}</kbd> })
          : recent.length > 0 && (
              <button type="button" className={styles.forget} onClick={forget}>
                {say('Forget these searches')}
              </button>
            )}
      </p>
      <p role="status">
        <Spoken>
          {isAsking &&
            lookUp.data !== undefined &&
            !lookUp.isPlaceholderData &&
            say('{count, plural, other {# offered.}}', { count: options.length })}
        </Spoken>
      </p>
    </>
  )
}

function Parts({ parts, marked, id }: { parts: readonly Part[]; marked: number; id: string }) {
  let index = -1
  return parts.map(({ title, options }) => (
    // biome-ignore lint/a11y/useSemanticElements: a group within a list box, for which there is no element.
    <div key={title} role="group" aria-label={title} className={styles.part}>
      <div className={styles.title} aria-hidden="true">
        {title}
      </div>
      {options.map((option) => {
        index += 1
        return <Offer key={option.key} id={`${id}-${index}`} option={option} isMarked={index === marked} />
      })}
    </div>
  ))
}

function Offer({ id, option, isMarked }: { id: string; option: Option; isMarked: boolean }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox takes the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isMarked}
      className={styles.option}
      // The field keeps the focus, so that one can type on.
      onMouseDown={(event) => event.preventDefault()}
      onClick={option.act}
    >
      {option.shown}
    </div>
  )
}

/** What is offered for what is typed, and which of it the arrow keys have reached; −1 is the field itself. */
function useBox(props: SearchFieldProps) {
  const { typed, onType, onSearch, onGone, field } = props
  const [recent, setRecent] = useState(recentSearches)
  const lookUp = useLookUp(typed)
  const completions = useCompletions(typed)
  const type = (next: string) => {
    onType(next)
    field.current?.focus()
  }
  const found = typed.trim() === '' ? undefined : lookUp.data
  const parts = useParts({ typed, found, completions, recent, onGone, onType: type, onSearch })
  const options = parts.flatMap((part) => part.options)
  const [markedKey, setMarkedKey] = useState<string>()
  const marked = options.findIndex(({ key }) => key === markedKey)
  useMarkInView(markedKey, field)
  // Whoever types on has not reached anything yet.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what is typed that counts.
  useEffect(() => setMarkedKey(undefined), [typed])
  const step = (by: 1 | -1) => {
    const next = marked + by
    setMarkedKey(options[next < -1 ? options.length - 1 : next]?.key)
  }
  return {
    parts,
    options,
    marked,
    lookUp,
    recent,
    forget: () => {
      forgetSearches()
      setRecent([])
      field.current?.focus()
    },
    press: (event: KeyboardEvent<HTMLInputElement>) => {
      // While an input method is composing a word, Enter and the arrows belong to it.
      if (event.nativeEvent.isComposing) return
      const deed = deedOf(event, {
        option: options[marked],
        options,
        step,
        search: () => onSearch(typed.trim()),
        type,
      })
      if (deed === undefined) return
      event.preventDefault()
      deed()
    },
  }
}

type Reach = {
  option: Option | undefined
  options: readonly Option[]
  step: (by: 1 | -1) => void
  search: () => void
  type: (typed: string) => void
}

/** What a key does in the field; undefined leaves it to the browser. */
function deedOf(
  event: KeyboardEvent,
  { option, options, step, search, type }: Reach,
): (() => void) | undefined {
  if (event.key === 'ArrowDown') return () => step(1)
  if (event.key === 'ArrowUp') return () => step(-1)
  if (event.key === 'Enter') return option?.act ?? search
  if (event.key === 'Tab' && !event.shiftKey) {
    const { completes } = option ?? options[0] ?? {}
    return completes === undefined ? undefined : () => type(completes)
  }
  return undefined
}

function useMarkInView(markedKey: string | undefined, field: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    if (markedKey === undefined) return
    const id = field.current?.getAttribute('aria-activedescendant')
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  }, [markedKey, field])
}
