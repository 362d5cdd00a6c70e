// Live as the parts of a screen use it.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { isAway, listenTo, type Part, type Topics, watchLine } from './live-line.ts'
import { STANDING } from './standing.ts'

/**
 * Hears what happens on some topics while the part stands on the screen, and what concerns the viewer alone. After
 * `hello`, whatever is shown has to be fetched anew.
 */
export function useLive({ postId, spaceId, home, hoursId }: Topics, hear: Part['hear']): void {
  const queries = useQueryClient()
  const onHeard = useEffectEvent(hear)
  useEffect(
    () =>
      listenTo({
        topics: {
          ...(postId !== undefined && { postId }),
          ...(spaceId !== undefined && { spaceId }),
          ...(home !== undefined && { home }),
          ...(hoursId !== undefined && { hoursId }),
        },
        hear: (event, number) => onHeard(event, number),
        onRefused: () => void queries.invalidateQueries({ queryKey: STANDING }),
      }),
    [postId, spaceId, home, hoursId, queries],
  )
}

/** Whether the line to the server is away, as far as live knows. */
export function useIsLineAway(): boolean {
  return useSyncExternalStore(watchLine, isAway)
}
