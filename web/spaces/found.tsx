// What a search found: people, and things said with the found words marked.
import { Link } from '@tanstack/react-router'
import { CircleHelp } from 'lucide-react'
import { say, sayAs, sayWith } from '#browser/say'
import type { PersonRef } from '#contract/ref'
import type { Found } from '#contract/search'
import { Avatar } from '#ui/avatar'
import { ThreadLink } from '#ui/thread-link'
import { When } from '#ui/when'
import { Marked } from './marked.tsx'
import { SaidLabel } from './question-label.tsx'
import styles from './search-page.module.css'

export function FoundPeople({ people }: { people: PersonRef[] }) {
  if (people.length === 0) return null
  return (
    <section aria-labelledby="found-people">
      <h2 id="found-people" className={styles.title}>
        {say('People')}
      </h2>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <Link to="/people/$id" params={{ id: person.id }} className={styles.person}>
              <Avatar person={person} />
              <span>
                <b>{person.name}</b>
                <small>{[person.title, person.unit].filter(Boolean).join(' · ')}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function FoundWords({ found, title }: { found: Found[]; title: string }) {
  if (found.length === 0) return null
  return (
    <section aria-labelledby="found-words">
      <h2 id="found-words" className={styles.title}>
        {title}
      </h2>
      <ol className={styles.found}>
        {found.map((each) => (
          <li key={each.saidId}>
            <Hit found={each} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Hit({ found }: { found: Found }) {
  return (
    <ThreadLink to={found} className={styles.hit}>
      {found.kind === 'question' && found.replyId === null && (
        <span className={styles.kind}>
          <CircleHelp aria-hidden strokeWidth={1.75} />
          {sayAs('a kind of post', 'Question')}
          <Standing found={found} />
        </span>
      )}
      {found.title && (
        <span className={styles.subject}>
          {found.replyId === null ? (
            <Marked text={found.title} />
          ) : (
            sayWith('<facts>Reply in</facts> {title}', {
              facts: (words) => <span className={styles.facts}>{words}</span>,
              title: <Marked text={found.title} />,
            })
          )}
        </span>
      )}
      <span className={styles.excerpt}>
        <Marked text={found.excerpt} />
      </span>
      <span className={styles.facts}>
        {sayWith('{author} in {space}, {when}', {
          author: found.author.name,
          space: found.space.name,
          when: <When at={found.at} />,
        })}
        {found.kind === 'question' && found.replyId !== null && <Standing found={found} />}
      </span>
    </ThreadLink>
  )
}

function Standing({ found: { postId, replyId } }: { found: Found }) {
  return (
    <span className={styles.standing}>
      <SaidLabel postId={postId} replyId={replyId} />
    </span>
  )
}
