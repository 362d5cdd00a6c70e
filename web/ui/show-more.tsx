import { say } from '#browser/say'
import { Button } from './button.tsx'

type ShowMoreProps = {
  /** A list that is fetched page by page. */
  of: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
  words?: string
}

/** Fetches the next page of a list; nothing once all of it is there. */
export function ShowMore({ of: list, words = say('Show more') }: ShowMoreProps) {
  if (!list.hasNextPage) return null
  return (
    <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
      {list.isFetchingNextPage ? say('Loading …') : words}
    </Button>
  )
}
