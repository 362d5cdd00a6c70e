// A poll under the words of its post: a group of choices until one voted, and how many chose what.
import { Check } from 'lucide-react'
import { useId, useState } from 'react'
import { now } from '#browser/clock'
import { say, sayAs, sayWith } from '#browser/say'
import type { Poll as Held } from '#contract/polls'
import type { Post } from '#contract/said'
import { Button } from '#ui/button'
import { Spoken } from '#ui/spoken'
import { When } from '#ui/when'
import { timeUntil } from '../ui/relative-time.ts'
import styles from './poll.module.css'
import { ChangePoll } from './poll-change.tsx'
import { ClosePoll } from './poll-close.tsx'
import { answeredWords, shareWords } from './poll-words.ts'
import { usePoll } from './use-poll.ts'

type PollProps = { post: Post; poll: Held }

export function Poll({ post, poll }: PollProps) {
  const [isChoosing, setIsChoosing] = useState(false)
  const acts = usePoll({ id: post.id, poll })
  const hasVoted = poll.yours.length > 0
  const isAsked = poll.may.vote && (!hasVoted || isChoosing)
  const vote = async (choices: readonly number[]) => {
    if (await acts.vote(choices)) setIsChoosing(false)
  }
  return (
    <section className={styles.poll} aria-label={say('Poll')}>
      {isAsked ? (
        <Choices
          post={post}
          poll={poll}
          onVote={vote}
          onCancel={isChoosing ? () => setIsChoosing(false) : undefined}
        />
      ) : (
        <Results post={post} poll={poll} />
      )}
      <div className={styles.foot}>
        <p className={styles.facts} role="status">
          {answeredWords(poll.answered)}
          {' · '}
          <Ending poll={poll} />
        </p>
        {poll.may.vote && hasVoted && !isChoosing && (
          <>
            <Button kind="quiet" onClick={() => setIsChoosing(true)}>
              {say('Change your vote')}
            </Button>
            <Button kind="quiet" onClick={acts.takeBack}>
              {sayAs('a vote', 'Take it back')}
            </Button>
          </>
        )}
        {poll.may.change && <ChangePoll poll={poll} onChange={acts.change} />}
        {poll.may.close && <ClosePoll onClose={acts.close} />}
      </div>
      <p className={styles.promise}>{say('Others see how many, never who.')}</p>
    </section>
  )
}

function Ending({ poll: { isClosed, closesAt } }: { poll: Held }) {
  if (closesAt === null)
    return isClosed ? sayAs('a poll', 'closed') : sayAs('a poll', 'open until its author closes it')
  if (!isClosed) {
    const when = timeUntil(new Date(closesAt), now())
    return <time dateTime={closesAt}>{sayAs('a poll', 'closes {when}', { when })}</time>
  }
  if (new Date(closesAt) > now()) return sayAs('a poll', 'closed')
  return sayWith('closed {when}', { when: <When at={closesAt} /> })
}

/** What is asked: in a line of its own, or by the post. */
function Question({ post, poll }: PollProps) {
  if (poll.question !== null) return <bdi className={styles.question}>{poll.question}</bdi>
  return <Spoken>{post.title ?? say('What {author} asks', { author: post.author.name })}</Spoken>
}

type ChoicesProps = PollProps & {
  onVote: (choices: readonly number[]) => void
  onCancel: (() => void) | undefined
}

function Choices({ post, poll, onVote, onCancel }: ChoicesProps) {
  const [chosen, setChosen] = useState<readonly number[]>(poll.yours)
  const name = useId()
  const choose = (number: number) => {
    if (!poll.takesSeveral) return setChosen([number])
    setChosen(chosen.includes(number) ? chosen.filter((each) => each !== number) : [...chosen, number])
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onVote(chosen)
      }}
    >
      <fieldset className={styles.choices}>
        <legend>
          <Question post={post} poll={poll} />
          {poll.takesSeveral && <span className={styles.several}>{say('Choose one or more.')}</span>}
        </legend>
        {poll.options.map((option, number) => (
          <label key={option} className={styles.choice}>
            <input
              type={poll.takesSeveral ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen.includes(number)}
              onChange={() => choose(number)}
            />
            <bdi>{option}</bdi>
          </label>
        ))}
      </fieldset>
      <div className={styles.buttons}>
        <Button type="submit" disabled={chosen.length === 0}>
          {sayAs('verb: in a poll', 'Vote')}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {say('Cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

function Results({ post, poll }: PollProps) {
  const { counts, answered, yours, options } = poll
  return (
    <>
      <Question post={post} poll={poll} />
      {counts === null && (
        <p className={styles.later}>
          {say('You voted. How many chose what is shown once the poll is closed.')}
        </p>
      )}
      <ul className={styles.results} aria-label={say('What was chosen')}>
        {options.map((option, number) => (
          <li key={option} className={styles.result}>
            <span className={styles.option}>
              <bdi>{option}</bdi>
              {yours.includes(number) && (
                <span className={styles.own}>
                  <Check aria-hidden strokeWidth={1.75} />
                  {say('your choice')}
                </span>
              )}
            </span>
            {counts !== null && (
              <>
                <span className={styles.count}>{shareWords(counts[number] ?? 0, answered)}</span>
                <span className={styles.track} aria-hidden="true">
                  <span
                    className={styles.bar}
                    style={{ inlineSize: `${(100 * (counts[number] ?? 0)) / Math.max(1, answered)}%` }}
                  />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
