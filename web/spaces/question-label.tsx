// How a question stands, in a word beside what else is known of it.
import { say, sayAs } from '#browser/say'
import type { QuestionLabel as Label } from '#contract/question-labels'
import type { PostId, ReplyId } from '#contract/ref'
import { QuestionIcon } from '#ui/question-icon'
import styles from './question-label.module.css'
import { useQuestionLabel } from './use-question-label.ts'

/** Nothing for what is no question, and for one of which there is nothing to say. */
export function QuestionLabel({ postId }: { postId: PostId }) {
  const label = useQuestionLabel(postId)
  const words = label && wordsOf(label)
  if (!words) return null
  return <Drawn label={label} words={words} />
}

/** The same beside what somebody said; nothing for a reply that is not the answer to its question. */
export function SaidLabel({ postId, replyId }: { postId: PostId; replyId: ReplyId | null }) {
  return replyId === null ? (
    <QuestionLabel postId={postId} />
  ) : (
    <AnswerLabel postId={postId} replyId={replyId} />
  )
}

function AnswerLabel({ postId, replyId }: { postId: PostId; replyId: ReplyId }) {
  const label = useQuestionLabel(postId)
  if (label?.answerId !== replyId) return null
  return <Drawn label={label} words={ANSWER_WORDS[label.state]} />
}

function Drawn({ label: { state, isMerged }, words }: { label: Label; words: string }) {
  const shown = isMerged ? 'merged' : state
  return (
    <span className={styles.label} data-state={shown}>
      <QuestionIcon state={shown} />
      {words}
    </span>
  )
}

function wordsOf({ state, isMerged, waitingCount }: Label): string | undefined {
  if (isMerged) return sayAs('a question', 'Asked before')
  if (state !== 'open') return QUESTION_WORDS[state]
  if (waitingCount === 0) return undefined
  return say('{count, plural, one {One more waits} other {# more wait}}', { count: waitingCount })
}

const QUESTION_WORDS = {
  answered: sayAs('a question', 'Answered'),
  'out-of-date': sayAs('a question', 'Out of date'),
  superseded: say('Answered anew elsewhere'),
}

const ANSWER_WORDS = {
  open: sayAs('to a question', 'The answer'),
  answered: sayAs('to a question', 'The answer'),
  'out-of-date': sayAs('to a question', 'The answer, out of date'),
  superseded: sayAs('to a question', 'The answer, replaced by another'),
}
