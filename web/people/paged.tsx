// A list of people, or of what they belong to, page by page.
import type { ReactNode } from 'react'
import { EmptyState } from '#ui/empty-state'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'

type Pages = Parameters<typeof ShowMore>[0]['of'] & {
  isPending: boolean
  error: Error | null
  refetch: () => unknown
}
type PagedProps = { pages: Pages; isEmpty: boolean; sentence: string; children: ReactNode }

/** @param props.sentence what stands there when the list is empty */
export function Paged({ pages, isEmpty, sentence, children }: PagedProps) {
  if (pages.isPending) return <Skeleton lines={8} />
  if (pages.error) return <Trouble problem={pages.error} onRetry={pages.refetch} />
  if (isEmpty) return <EmptyState sentence={sentence} />
  return (
    <>
      {children}
      {pages.hasNextPage && (
        <div>
          <ShowMore of={pages} />
        </div>
      )}
    </>
  )
}
