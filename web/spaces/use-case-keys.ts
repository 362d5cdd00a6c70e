// The keys of the queue: from case to case, and the two decisions on the one that has the focus.
import type { RefObject } from 'react'
import { say } from '#browser/say'
import type { Case } from '#contract/judged'
import { useKeys } from '#ui/keys'

export function useCaseKeys(list: RefObject<HTMLUListElement | null>, cases: readonly Case[]): void {
  const items = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-step]') ?? [])]
  const standing = () => items().find((item) => item.contains(document.activeElement))
  const step = (by: 1 | -1) => {
    const all = items()
    const at = all.findIndex((item) => item.contains(document.activeElement))
    const next = all[at === -1 ? 0 : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }
  const press = (deed: 'hide' | 'let-stand') =>
    standing()?.querySelector<HTMLButtonElement>(`[data-deed="${deed}"]`)?.click()
  useKeys(
    cases.length === 0
      ? {}
      : {
          j: { label: say('To the next case'), act: () => step(1) },
          k: { label: say('To the one before'), act: () => step(-1) },
          h: { label: say('Hide it'), act: () => press('hide') },
          l: { label: say('Let it stand'), act: () => press('let-stand') },
        },
  )
}
