// By which day somebody who was asked in this thread can be expected to answer, and where to look meanwhile.
import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import type { Elsewhere, AnswersBy as Told } from '#contract/attention'
import type { PostId, ReplyId } from '#contract/ref'
import styles from './attention.module.css'
import { dayInWords } from './days.ts'
import { useAnswersBy } from './use-attention.ts'

/** Nothing as long as nothing is known: whoever reads the thread loses nothing without it. */
export function AnswersBy({ postId, asks }: { postId: PostId; asks: string }) {
  const { data } = useAnswersBy(postId, asks)
  if (data === undefined || data.items.length === 0) return null
  return (
    <div className={styles.told}>
      {data.items.map((told) => (
        <p key={`${told.saidId} ${told.person.id}`}>
          <ToldDay told={told} postId={postId} />
        </p>
      ))}
      {data.elsewhere !== null && <Meanwhile elsewhere={data.elsewhere} />}
    </div>
  )
}

function ToldDay({ told: { saidId, person, day, isOver }, postId }: { told: Told; postId: PostId }) {
  const values = { name: person.name, day: <time dateTime={day}>{dayInWords(day)}</time> }
  if (isOver) return sayWith('{name} was expected to answer by {day}, and has not yet.', values)
  if ((saidId as string) === postId) return sayWith('{name} answers by {day}.', values)
  return sayWith('{name} answers <way>this reply</way> by {day}.', {
    ...values,
    way: (words) => (
      <Link to="/threads/$postId/$replyId" params={{ postId, replyId: saidId as string as ReplyId }}>
        {words}
      </Link>
    ),
  })
}

function Meanwhile({ elsewhere: { threads, people } }: { elsewhere: Elsewhere }) {
  return (
    <>
      {threads.length > 0 && (
        <>
          <p>{say('Meanwhile, these were answered and are like it:')}</p>
          <ul className={styles.elsewhere}>
            {threads.map(({ postId, line, replyCount }) => (
              <li key={postId}>
                <Link to="/threads/$postId" params={{ postId }}>
                  {say('{line} ({replyCount, plural, one {# reply} other {# replies}})', {
                    line,
                    replyCount,
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {people.map(({ person, thankedCount }) => (
        <p key={person.id}>
          {sayWith(
            '<way>{name}</way> was thanked for {thankedCount, plural, one {a reply} other {# replies}} like it.',
            {
              name: person.name,
              thankedCount,
              way: (words) => (
                <Link to="/people/$id" params={{ id: person.id }}>
                  {words}
                </Link>
              ),
            },
          )}
        </p>
      ))}
    </>
  )
}
