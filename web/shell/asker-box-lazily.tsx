// What is shown of a question without a name alone is fetched with the first one.
import { lazy, Suspense } from 'react'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { AskerBoxProps } from '../answers/secrecy/asker-box.tsx'

const AskerBox = lazy(() =>
  import('../answers/secrecy/asker-box.tsx').then((module) => ({ default: module.AskerBox })),
)

export function AskerBoxLazily({ post, replies }: AskerBoxProps) {
  if (post.author.id !== COLLEAGUE_ID || post.isDeleted) return null
  return (
    <Suspense>
      <AskerBox post={post} replies={replies} />
    </Suspense>
  )
}
