// What a question has to do with others that ask the same: the one that was first, and its other wordings.
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { say, sayWith } from '#browser/say'
import type { Merging } from '#contract/merging'
import type { QuestionRef } from '#contract/question-ref'
import type { PostId } from '#contract/ref'
import { Button } from '#ui/button'
import { When } from '#ui/when'
import styles from './merge-question.module.css'
import { useMerge, useMergingOf } from './use-merging.ts'

const MergeDialog = lazy(() =>
  import('./merge-dialog.tsx').then((module) => ({ default: module.MergeDialog })),
)

export function MergeQuestion({ postId }: { postId: PostId }) {
  const merging = useMergingOf(postId)
  const [isOpen, setIsOpen] = useState(false)
  if (merging === undefined) return null
  const { alsoAsked, may } = merging
  if (merging.into === null && alsoAsked.length === 0 && !may.merge && !may.unmerge) return null
  return (
    <div className={styles.merging}>
      <Led merging={merging} />
      {alsoAsked.length > 0 && <AlsoAsked wordings={alsoAsked} />}
      {may.merge && (
        <Button kind="quiet" onClick={() => setIsOpen(true)}>
          {say('This was asked before …')}
        </Button>
      )}
      <Suspense>{isOpen && <MergeDialog merging={merging} onClose={() => setIsOpen(false)} />}</Suspense>
    </div>
  )
}

/** The way to the question that was first. Who may read only this one is told of no other. */
function Led({ merging: { postId, into, by, at, may } }: { merging: Merging }) {
  const { unmerge } = useMerge(postId)
  if (into === null || by === null || at === null) return null
  return (
    <div className={styles.led}>
      <p>
        {sayWith('This was asked before: <way>{line}</way>', {
          line: into.line,
          way: (words) => <Way to={into.postId}>{words}</Way>,
        })}
        <span className={styles.facts}>
          {sayWith('found by {name}, {when}', { name: by.name, when: <When at={at} /> })}
        </span>
      </p>
      {may.unmerge && <Button onClick={() => unmerge(into)}>{say('Take it apart again')}</Button>}
    </div>
  )
}

function AlsoAsked({ wordings }: { wordings: readonly QuestionRef[] }) {
  return (
    <details className={styles.wordings}>
      <summary>
        {say('Also asked in {count, plural, one {# other way} other {# other ways}}', {
          count: wordings.length,
        })}
      </summary>
      <ul>
        {wordings.map(({ postId, line }) => (
          <li key={postId}>
            <Way to={postId}>{line}</Way>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Way({ to, children }: { to: PostId; children: ReactNode }) {
  return (
    <Link to="/threads/$postId" params={{ postId: to }} className={styles.way}>
      {children}
    </Link>
  )
}
