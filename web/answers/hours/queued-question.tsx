// One question of a slot: how much it is wanted, and for those who lead what can be done with it.
import { ChevronUp } from 'lucide-react'
import { useState } from 'react'
import { say } from '#browser/say'
import type { HoursQuestion, OfficeHours } from '#contract/office-hours'
import { Button } from '#ui/button'
import { PersonName } from '#ui/person-name'
import { Spoken } from '#ui/spoken'
import { ThreadLink } from '#ui/thread-link'
import { useToast } from '#ui/toast'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import styles from './hours.module.css'
import { useHoursDeed, useVote } from './use-hours.ts'
import { WordsForm } from './words-form.tsx'

type QueuedProps = { hours: OfficeHours; question: HoursQuestion }

export function QueuedQuestion({ hours, question }: QueuedProps) {
  const { postId, author, title, opening, at, answerId, standing } = question
  return (
    <article className={styles.question} aria-label={say('Question of {name}', { name: author.name })}>
      <Votes hours={hours} question={question} />
      <div className={styles.words}>
        <p className={styles.soft}>
          <PersonName person={author} /> · <When at={at} />
          {question.isSkipped && standing === 'waiting' && <> · {say('left for later')}</>}
        </p>
        {title !== null && <h3>{title}</h3>}
        <Words markdown={opening} />
        <SetAside question={question} />
        <p>
          <ThreadLink to={{ postId, replyId: answerId }}>
            {standing === 'answered' ? say('Read the answer') : say('Open the thread')}
          </ThreadLink>
        </p>
        {hours.may.lead && <Lead hours={hours} question={question} />}
      </div>
    </article>
  )
}

function Votes({ hours, question }: QueuedProps) {
  const { postId, votes, youVoted, standing } = question
  const vote = useVote(hours.id)
  const wanted = say(
    '{votes, plural, one {# person wants this answered} other {# people want this answered}}',
    {
      votes,
    },
  )
  if (!hours.may.vote || standing !== 'waiting') {
    return (
      <span className={styles.votes} title={wanted}>
        <span aria-hidden="true">{votes}</span>
        <Spoken>{wanted}</Spoken>
      </span>
    )
  }
  return (
    <Button
      className={styles.votes}
      aria-pressed={youVoted}
      aria-label={say('I want this answered. {wanted}', { wanted })}
      onClick={() => void vote(postId, !youVoted)}
    >
      <ChevronUp size={18} strokeWidth={1.75} aria-hidden="true" />
      {votes}
    </Button>
  )
}

function SetAside({ question: { setAside } }: Pick<QueuedProps, 'question'>) {
  if (setAside === null || setAside.reason === null) return null
  return (
    <p className={styles.reason}>
      {setAside.by === null
        ? say('Set aside: {reason}', { reason: setAside.reason })
        : say('Set aside by {name}: {reason}', { name: setAside.by.name, reason: setAside.reason })}
    </p>
  )
}

/** What those do who lead: answer now, later, set aside, and put back. */
function Lead({ hours, question }: QueuedProps) {
  const { postId, standing } = question
  const [writes, setWrites] = useState<'answer' | 'reason'>()
  const act = useHoursDeed()
  const toast = useToast()
  const isCalled = hours.calledId === postId
  if (standing === 'answered') return null
  if (standing === 'set-aside')
    return (
      <div className={styles.buttons}>
        <Button onClick={() => void act('takeBackSetAside', { postId })}>
          {say('Put it back into the queue')}
        </Button>
      </div>
    )
  const setAside = async (reason: string) => {
    const isDone = await act('setAsideQuestion', { postId, reason })
    const undo = () => void act('takeBackSetAside', { postId })
    if (isDone) toast({ sentence: say('Set aside. Whoever asked gets the reason.'), undo })
    return isDone
  }
  if (writes === 'reason')
    return (
      <WordsForm
        draftKey={`set-aside:${postId}`}
        label={say('Why it is set aside. Only whoever asked and those who lead read it.')}
        submit={say('Set it aside')}
        most={500}
        onSubmit={setAside}
        onCancel={() => setWrites(undefined)}
      />
    )
  const answers = hours.may.answer && (isCalled || writes === 'answer')
  return (
    <>
      {answers && (
        <WordsForm
          draftKey={`hours-answer:${postId}`}
          label={say('Your answer')}
          submit={say('This is my answer')}
          onSubmit={(body) => act('answerInHours', { postId, body })}
        />
      )}
      <div className={styles.buttons}>
        {!answers && <AnswerNow {...{ hours, question }} onWrite={() => setWrites('answer')} />}
        {!question.isSkipped && hours.state !== 'over' && (
          <Button kind="quiet" onClick={() => void act('skipQuestion', { postId })}>
            {say('Later')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => setWrites('reason')}>
          {say('Set aside …')}
        </Button>
      </div>
    </>
  )
}

/** While it is on, a question is called up for everybody; before and after, its host just answers. */
function AnswerNow({ hours, question: { postId }, onWrite }: QueuedProps & { onWrite: () => void }) {
  const act = useHoursDeed()
  if (hours.state === 'on' && hours.calledId !== postId)
    return (
      <Button onClick={() => void act('callUpQuestion', { postId })}>
        {hours.may.answer ? say('Answer now') : say('Call it up')}
      </Button>
    )
  return hours.may.answer ? <Button onClick={onWrite}>{say('Answer')}</Button> : null
}
