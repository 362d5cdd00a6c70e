// What a question adds to its thread: a panel below the post, a mark on the answer, and deeds with each reply.
import { useNavigate } from '@tanstack/react-router'
import { CircleCheck, ClockAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { say, sayAs } from '#browser/say'
import type { QuestionStanding } from '#contract/answers'
import type { PostId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import type { MenuItem } from '#ui/menu'
import { dayOf } from './days.ts'
import styles from './question-mark.module.css'
import { useAccepting } from './use-accepting.ts'
import { useStandingOf } from './use-standing.ts'

export type QuestionInThread = {
  standing: QuestionStanding | undefined
  deedsOf: (reply: Reply) => MenuItem[]
  markOf: (reply: Reply) => ReactNode
}

/** @param post nothing as long as the thread is not there */
export function useQuestion(postId: PostId, post: Post | undefined): QuestionInThread {
  const isQuestion = post?.kind === 'question' && !post.isDeleted
  const standing = useStandingOf(isQuestion ? postId : undefined)
  const accepting = useAccepting(postId, standing)
  const isAnswer = ({ id }: Reply) => standing?.answer?.replyId === id
  const navigate = useNavigate()
  const acceptingOf = (reply: Reply): MenuItem[] => {
    if (!standing?.may.accept) return []
    return isAnswer(reply)
      ? [{ label: say('This is not the answer'), act: accepting.takeBack }]
      : [{ label: say('This is the answer'), act: () => accepting.accept(reply) }]
  }
  const deedsOf = (reply: Reply): MenuItem[] => {
    if (reply.isDeleted) return []
    const ask = () => navigate({ to: '/ask', search: { from: reply.id } })
    return [...acceptingOf(reply), { label: say('Ask as a question'), act: ask }]
  }
  const markOf = (reply: Reply) =>
    standing !== undefined && isAnswer(reply) ? <AnswerMark standing={standing} /> : null
  return { standing, deedsOf, markOf }
}

function AnswerMark({ standing: { state, reviewOn } }: { standing: QuestionStanding }) {
  const isOver = state === 'out-of-date' && reviewOn !== null
  const Icon = isOver ? ClockAlert : CircleCheck
  return (
    <span className={styles.mark} data-over={isOver || undefined}>
      <Icon aria-hidden strokeWidth={1.75} />
      {isOver
        ? say('The answer, out of date since {day}', { day: dayOf(reviewOn) })
        : sayAs('to a question', 'The answer')}
    </span>
  )
}
