// The people who might be meant by what is typed after an @.
import { Avatar } from '#ui/avatar'
import styles from './composer.module.css'
import type { Mentioning } from './use-mention.ts'

export function MentionList({ mention, id }: { mention: Mentioning; id: string }) {
  if (mention.people.length === 0) return null
  return (
    <div id={id} className={styles.mentions} role="listbox" aria-label="People to mention">
      {mention.people.map((person, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the text area keeps the focus and handles the keys.
        <div
          key={person.id}
          id={`${id}-${index}`}
          className={styles.mention}
          role="option"
          tabIndex={-1}
          aria-selected={index === mention.markedIndex}
          // Pressing must not take the focus out of the text area.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => mention.take(person)}
        >
          <Avatar person={person} />
          <span>
            {person.name}
            <small>{[person.title, person.unit].filter(Boolean).join(' · ')}</small>
          </span>
        </div>
      ))}
    </div>
  )
}
