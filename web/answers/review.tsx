// Who answers for an answer and until when, and what they can do about that.
import { lazy, Suspense, useState } from 'react'
import { call } from '#browser/client'
import { now } from '#browser/clock'
import { say } from '#browser/say'
import type { QuestionStanding } from '#contract/answers'
import { Button } from '#ui/button'
import { Menu } from '#ui/menu'
import { useToast } from '#ui/toast'
import { dayOf } from './days.ts'
import type { PanelParts } from './panel-parts.ts'
import styles from './question-panel.module.css'
import { useAccepting } from './use-accepting.ts'
import { useDo } from './use-standing.ts'

const ReviewDialog = lazy(() =>
  import('./review-dialog.tsx').then((module) => ({ default: module.ReviewDialog })),
)
const LeadDialog = lazy(() => import('./lead-dialog.tsx').then((module) => ({ default: module.LeadDialog })))

export function Review({ standing, parts }: { standing: QuestionStanding; parts: PanelParts }) {
  const { answer, may } = standing
  const [opened, setOpened] = useState<'review' | 'lead'>()
  const items = useItems(standing, setOpened)
  const confirm = useConfirm(standing)
  const close = () => setOpened(undefined)
  if (answer === null && items.length === 0) return null
  return (
    <div className={styles.review}>
      {answer !== null && <p className={styles.facts}>{ownerWords(standing)}</p>}
      <span className={styles.buttons}>
        {may.review && <Button onClick={confirm}>{say('Still true')}</Button>}
        {items.length > 0 && <Menu label={say('More for this question')} items={items} />}
      </span>
      <Suspense>
        {opened === 'review' && <ReviewDialog standing={standing} parts={parts} onClose={close} />}
        {opened === 'lead' && <LeadDialog standing={standing} onClose={close} />}
      </Suspense>
    </div>
  )
}

function ownerWords({ owner, reviewOn, state }: QuestionStanding): string {
  const day = reviewOn === null ? null : dayOf(reviewOn)
  if (owner === null || !owner.isActive) {
    return day === null
      ? say('Nobody answers for this answer at present.')
      : say('Nobody answers for this answer at present. It was to be looked at again by {day}.', { day })
  }
  if (day === null) return say('{name} answers for it.', { name: owner.name })
  return state === 'out-of-date'
    ? say('{name} answers for it, and was to look at it again by {day}.', { name: owner.name, day })
    : say('{name} answers for it, and looks at it again by {day}.', { name: owner.name, day })
}

/** An answer that was overdue cannot be put back to a day that is over, so that is not offered. */
function useConfirm({ postId, reviewOn }: QuestionStanding): () => Promise<void> {
  const toast = useToast()
  const act = useDo(postId)
  return async () => {
    if (!(await act(() => call('answers', 'confirmStillTrue', { postId })))) return
    const isAhead = reviewOn !== null && reviewOn > now().toISOString().slice(0, 10)
    const undo = () => void act(() => call('answers', 'setReview', { postId, reviewOn: reviewOn ?? '' }))
    toast({ sentence: say('The answer is believed for half a year more.'), ...(isAhead && { undo }) })
  }
}

function useItems(standing: QuestionStanding, open: (what: 'review' | 'lead') => void) {
  const { postId, answer, may, state } = standing
  const accepting = useAccepting(postId, standing)
  const act = useDo(postId)
  const stopLeading = () => void act(() => call('answers', 'supersede', { postId, byPostId: null }))
  return [
    ...(may.review
      ? [{ label: say('Choose who answers for it, and until when'), act: () => open('review') }]
      : []),
    ...(may.lead && state !== 'superseded'
      ? [{ label: say('Another answer holds instead'), act: () => open('lead') }]
      : []),
    ...(may.lead && state === 'superseded'
      ? [{ label: say('Lead to no other answer'), act: stopLeading }]
      : []),
    ...(may.accept && answer !== null
      ? [{ label: say('This is not the answer'), act: accepting.takeBack }]
      : []),
  ]
}
