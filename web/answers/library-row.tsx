// One question on a shelf: what was asked, how it stands, and the beginning of its answer with who gave it.
import { Link } from '@tanstack/react-router'
import { LANGUAGE } from '#browser/language'
import { say, sayWith } from '#browser/say'
import type { LibraryItem } from '#contract/library'
import { Avatar } from '#ui/avatar'
import { PersonName } from '#ui/person-name'
import { ThreadLink } from '#ui/thread-link'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import styles from './library.module.css'

const DAY = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: 'medium', timeZone: 'UTC' })

export function LibraryRow({ item }: { item: LibraryItem }) {
  const { postId, line, space, answer, state } = item
  return (
    <li className={styles.item}>
      <h2 className={styles.line}>
        <ThreadLink to={{ postId, replyId: answer?.replyId ?? null }}>{line}</ThreadLink>
      </h2>
      <p className={styles.facts}>
        <Link to="/answers" search={{ space: space.id }}>
          {space.name}
        </Link>
        {state === 'out-of-date' && item.reviewOn !== null && (
          <b className={styles.stale}>
            {say('Out of date since {day}', { day: DAY.format(new Date(`${item.reviewOn}T00:00:00Z`)) })}
          </b>
        )}
        {item.reuseCount !== null && (
          <span>
            {say('Helped {count, plural, other {# people}} without asking', { count: item.reuseCount })}
          </span>
        )}
        {item.waitingCount > 0 && <span>{waitingSentence(item)}</span>}
      </p>
      {answer !== null && <Answer item={item} answer={answer} />}
    </li>
  )
}

function waitingSentence({ answer, waitingCount: count }: LibraryItem): string {
  return answer === null
    ? say('{count, plural, one {One more waits} other {# more wait}}', { count })
    : say('{count, plural, one {One more wanted to know} other {# more wanted to know}}', { count })
}

type Given = NonNullable<LibraryItem['answer']>

function Answer({ item: { owner, reviewOn, state }, answer }: { item: LibraryItem; answer: Given }) {
  const { author, isExecutive, opening, isCut, at } = answer
  return (
    <div className={styles.answer}>
      <div className={styles.by}>
        <Avatar person={author} />
        <div>
          <PersonName person={author} />
          <p className={styles.facts}>
            {isExecutive && <b className={styles.role}>{say('Executive')}</b>}
            {author.title !== null && <span>{author.title}</span>}
            <span>{sayWith('answered {when}', { when: <When at={at} /> })}</span>
          </p>
        </div>
      </div>
      <Words markdown={isCut ? `${opening} …` : opening} />
      {state !== 'out-of-date' && reviewOn !== null && owner !== null && (
        <p className={styles.facts}>
          {say('{name} looks at it again on {day}', {
            name: owner.name,
            day: DAY.format(new Date(`${reviewOn}T00:00:00Z`)),
          })}
        </p>
      )}
    </div>
  )
}
