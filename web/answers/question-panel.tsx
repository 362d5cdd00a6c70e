// How the question of a thread stands: whether it is answered, by whom, until when that is believed, and who waits.
import { Link } from '@tanstack/react-router'
import { say, sayAs, sayWith } from '#browser/say'
import type { QuestionStanding } from '#contract/answers'
import { Avatar } from '#ui/avatar'
import { nameOf, PersonName } from '#ui/person-name'
import { QuestionIcon } from '#ui/question-icon'
import { When } from '#ui/when'
import { AskedOf } from './asked-of.tsx'
import { dayOf } from './days.ts'
import { MergeQuestion } from './merge-question.tsx'
import type { PanelParts } from './panel-parts.ts'
import styles from './question-panel.module.css'
import { Review } from './review.tsx'
import { WantToKnow } from './want-to-know.tsx'
import { WhoKnows } from './who-knows.tsx'

export function QuestionPanel({ standing, parts }: { standing: QuestionStanding; parts: PanelParts }) {
  const { postId, answer, mergedInto } = standing
  return (
    <section className={styles.panel} aria-label={say('How this question stands')}>
      <div className={styles.top}>
        <State standing={standing} />
        <WantToKnow standing={standing} />
      </div>
      <AskedOf postId={postId} />
      <Accepted standing={standing} />
      <Review standing={standing} parts={parts} />
      <MergeQuestion postId={postId} />
      {answer === null && mergedInto === null && <WhoKnows postId={postId} parts={parts} />}
    </section>
  )
}

function State({ standing }: { standing: QuestionStanding }) {
  const { state } = standing
  return (
    <p className={styles.state} data-state={state}>
      <QuestionIcon state={state} />
      <span>
        <StateWords standing={standing} />
      </span>
    </p>
  )
}

function StateWords({ standing: { state, reviewOn, supersededBy, may } }: { standing: QuestionStanding }) {
  if (state === 'superseded') {
    if (supersededBy === null) return say('Another answer holds instead, in a space that you do not read.')
    return sayWith('Another answer holds instead: <way>{line}</way>', {
      line: supersededBy.line,
      way: (words) => (
        <Link to="/threads/$postId" params={{ postId: supersededBy.postId }} className={styles.way}>
          {words}
        </Link>
      ),
    })
  }
  if (state === 'out-of-date' && reviewOn !== null)
    return say('Out of date since {day}: nobody has looked at the answer since.', { day: dayOf(reviewOn) })
  if (state === 'answered') return sayAs('a question', 'Answered')
  return may.accept
    ? say('Not answered yet. When a reply answers it, choose “This is the answer” behind its three dots.')
    : say('Not answered yet.')
}

/** Whose reply it is, who took it for the answer, and the way there. */
function Accepted({ standing: { postId, answer } }: { standing: QuestionStanding }) {
  if (answer === null) return null
  const { author, acceptedBy, acceptedAt, replyId } = answer
  return (
    <div className={styles.answer}>
      <Avatar person={author} />
      <div>
        <PersonName person={author} />
        <span className={styles.facts}>
          {sayWith('accepted by {name}, {when}', {
            name: nameOf(acceptedBy),
            when: <When at={acceptedAt} />,
          })}
        </span>
      </div>
      <Link to="/threads/$postId/$replyId" params={{ postId, replyId }} className={styles.way}>
        {say('Go to the answer')}
      </Link>
    </div>
  )
}
