// The people or topics that might be meant by what is being typed.
import { say } from '#browser/say'
import { Avatar } from '#ui/avatar'
import styles from './suggestion-list.module.css'
import type { Suggesting, Suggestion } from './use-suggestions.ts'

export function SuggestionList({ suggesting }: { suggesting: Suggesting }) {
  const { id, suggestions, markedIndex, take } = suggesting
  if (suggestions.length === 0) return null
  const label = suggestions[0]?.sign === '@' ? say('People to mention') : say('Topics to name')
  return (
    <div id={id} className={styles.list} role="listbox" aria-label={label}>
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the words keep the focus and handle the keys.
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          className={styles.option}
          role="option"
          tabIndex={-1}
          aria-selected={index === markedIndex}
          // Pressing must not take the focus out of the words.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(suggestion)}
        >
          <Meant suggestion={suggestion} />
        </div>
      ))}
    </div>
  )
}

function Meant({ suggestion }: { suggestion: Suggestion }) {
  if (suggestion.sign === '#') {
    return (
      <span>
        #{suggestion.topic}
        <small>{say('{count, plural, one {once} other {# times}}', { count: suggestion.saidCount })}</small>
      </span>
    )
  }
  if ('group' in suggestion) {
    const { name, memberCount } = suggestion.group
    return (
      <>
        <Avatar person={suggestion.group} />
        <span>
          {name}
          <small>{say('a group of {count, plural, one {one} other {#}}', { count: memberCount })}</small>
        </span>
      </>
    )
  }
  const { person } = suggestion
  return (
    <>
      <Avatar person={person} />
      <span>
        {person.name}
        <small>{[person.title, person.unit].filter(Boolean).join(' · ')}</small>
      </span>
    </>
  )
}
