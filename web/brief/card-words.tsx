// What somebody said, on a card: who, where and when; then the words, with quoted text folded away.
import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import type { PersonRef } from '#contract/ref'
import type { CardWords as WordsOfCard } from '#contract/said'
import { Avatar } from '#ui/avatar'
import { PersonName } from '#ui/person-name'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import styles from './card-words.module.css'

export function CardWords({ words }: { words: WordsOfCard }) {
  return (
    <>
      <Who words={words} />
      {words.title !== null && <p className={styles.title}>{words.title}</p>}
      <Words markdown={words.body} size="reading" />
      {words.folded !== null && <Folded markdown={words.folded} />}
    </>
  )
}

function Who({ words }: { words: WordsOfCard }) {
  const { author, space } = words
  return (
    <div className={styles.who}>
      <Avatar person={author} />
      <div>
        <PersonName person={author} />
        <span className={styles.where}>
          {[...placesOf(author), ''].join(' · ')}
          {sayWith('posted {when} in {space}', {
            when: <When at={words.at} />,
            space: (
              <Link to="/spaces/$id" params={{ id: space.id }}>
                {space.name}
              </Link>
            ),
          })}
        </span>
      </div>
    </div>
  )
}

/** What is known of where a person stands: title, unit and place. */
function placesOf(person: PersonRef): string[] {
  return [person.title, person.unit, person.location].filter(
    (place) => place !== null && place !== '',
  ) as string[]
}

function Folded({ markdown }: { markdown: string }) {
  return (
    <details className={styles.folded}>
      <summary>{say('Quoted text')}</summary>
      <Words markdown={markdown} />
    </details>
  )
}
