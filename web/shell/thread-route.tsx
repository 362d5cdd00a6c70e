// Where a thread meets the reading clock, its notices, and how its question stands.
import { useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { wasAskedHere } from '#browser/asked-here'
import type { PostId, ReplyId } from '#contract/ref'
import { useQuestion } from '../answers/use-question.tsx'
import { useDeadlines } from '../notices/deadlines.tsx'
import { ThreadBell } from '../notices/thread-bell.tsx'
import { useReadNotice } from '../notices/use-notices.ts'
import { ThreadPage } from '../spaces/thread-page.tsx'
import { Reading } from '../voices/reading.tsx'
import { AnswersByLazily } from './answers-by-lazily.tsx'
import { AskerBoxLazily } from './asker-box-lazily.tsx'
import { QuestionLazily } from './question-lazily.tsx'

const parts = {
  ...{ Reading, ThreadBell, useDeadlines, useQuestion },
  AnswersBy: AnswersByLazily,
  AskerBox: AskerBoxLazily,
  QuestionPanel: QuestionLazily,
}

/** Nothing is noted of how somebody reads what was asked anonymously on their device: they would stand out. */
const unnoted = { ...parts, Reading: ({ children }: { children: ReactNode }) => <div>{children}</div> }

export function ThreadRoute() {
  const { postId, replyId } = useParams({ strict: false })
  const isOwnSecret = wasAskedHere(postId as PostId)
  useReadNotice(isOwnSecret ? undefined : (postId as PostId))
  // The address is text; whether it leads anywhere is for the server to say.
  return (
    <ThreadPage
      key={postId}
      postId={postId as PostId}
      replyId={replyId as ReplyId | undefined}
      parts={isOwnSecret ? unnoted : parts}
    />
  )
}
