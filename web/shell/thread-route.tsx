// Where a thread meets the reading clock, its notices, and how its question stands.
import { useParams } from '@tanstack/react-router'
import type { PostId, ReplyId } from '#contract/ref'
import { useQuestion } from '../answers/use-question.tsx'
import { useDeadlines } from '../notices/deadlines.tsx'
import { ThreadBell } from '../notices/thread-bell.tsx'
import { useReadNotice } from '../notices/use-notices.ts'
import { ThreadPage } from '../spaces/thread-page.tsx'
import { Reading } from '../voices/reading.tsx'
import { AnswersByLazily } from './answers-by-lazily.tsx'
import { QuestionLazily } from './question-lazily.tsx'

const parts = {
  ...{ Reading, ThreadBell, useDeadlines, useQuestion },
  AnswersBy: AnswersByLazily,
  QuestionPanel: QuestionLazily,
}

export function ThreadRoute() {
  const { postId, replyId } = useParams({ strict: false })
  useReadNotice(postId as PostId)
  // The address is text; whether it leads anywhere is for the server to say.
  return (
    <ThreadPage
      key={postId}
      postId={postId as PostId}
      replyId={replyId as ReplyId | undefined}
      parts={parts}
    />
  )
}
