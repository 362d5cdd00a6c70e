// The panel of a question is fetched once its thread is known to be one.
import { lazy, Suspense } from 'react'
import type { QuestionStanding } from '#contract/answers'

const Panel = lazy(() => import('./question-parts.tsx').then((module) => ({ default: module.QuestionParts })))

export function QuestionLazily({ standing }: { standing: QuestionStanding | undefined }) {
  if (standing === undefined) return null
  return (
    <Suspense>
      <Panel standing={standing} />
    </Suspense>
  )
}
