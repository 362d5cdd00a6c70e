// What was promised in a thread is fetched once somebody is asked in it by name.
import { lazy, Suspense } from 'react'
import type { PostId } from '#contract/ref'

const AnswersBy = lazy(() =>
  import('../brief/attention/answers-by.tsx').then((module) => ({ default: module.AnswersBy })),
)

type Said = { id: string; body: string }

/** @param said what is said in the thread, as far as it is on the page */
export function AnswersByLazily({ postId, said }: { postId: PostId; said: readonly Said[] }) {
  const asks = said.filter(({ body }) => body.includes('](person:'))
  if (asks.length === 0) return null
  // Whoever answers may be one who was asked, so with every reply it is looked up anew.
  return (
    <Suspense>
      <AnswersBy postId={postId} asks={`${asks.length} of ${said.length}`} />
    </Suspense>
  )
}
