// From one post or reply to the next by a single key, and saving the one that has the focus.
import type { RefObject } from 'react'
import { say } from '#browser/say'
import { useKeys } from '#ui/keys'

type Steps = {
  /** What is stepped through. */
  what: 'posts' | 'replies'
  /** Saves what stands under this `data-step`, or lets it go. */
  onSave: (id: string) => void
}

/** Items carry their id as `data-step`; the first link or the item itself takes the focus. */
export function useSteps(list: RefObject<HTMLElement | null>, { what, onSave }: Steps): void {
  const step = (by: 1 | -1) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])]
    const at = items.findIndex((item) => item.contains(document.activeElement))
    const next = at === -1 ? nearest(items, by) : items[at + by]
    if (next === undefined) return
    next.scrollIntoView({ block: 'nearest' })
    const target = next.querySelector<HTMLElement>('[data-step-target]') ?? next
    target.focus({ preventScroll: true })
  }
  const save = () => {
    const item = document.activeElement?.closest<HTMLElement>('[data-step]')
    if (item?.dataset.step !== undefined && list.current?.contains(item)) onSave(item.dataset.step)
  }
  useKeys({
    j: {
      label: say('{what, select, posts {To the next of the posts} other {To the next of the replies}}', {
        what,
      }),
      act: () => step(1),
    },
    k: { label: say('To the one before'), act: () => step(-1) },
    s: { label: say('Save it, or let it go'), act: save },
  })
}

/** Where nothing has the focus, one begins with what is in view. */
function nearest(items: readonly HTMLElement[], by: 1 | -1): HTMLElement | undefined {
  const tops = items.map((item) => item.getBoundingClientRect().top)
  const below = tops.findIndex((top) => top >= 0)
  if (by === 1) return items[below === -1 ? items.length - 1 : below]
  return items[below === -1 ? items.length - 1 : Math.max(0, below - 1)]
}
