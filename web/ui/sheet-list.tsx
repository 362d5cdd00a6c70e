// A list of whole things, one below the other: while it is looked up, where that fails, and where there is nothing.
import type { ReactNode } from 'react'
import sheets from './sheets.module.css'
import { Skeleton } from './skeleton.tsx'
import { Trouble } from './trouble.tsx'

type SheetListProps<T> = {
  label: string
  of: { data: { items: readonly T[] } | undefined; error: Error | null; refetch: () => unknown }
  /** What is shown where there are none. */
  empty: ReactNode
  children: (item: T) => ReactNode
}

export function SheetList<T extends { id: string }>({ label, of, empty, children }: SheetListProps<T>) {
  if (of.data === undefined)
    return of.error === null ? <Skeleton lines={8} /> : <Trouble problem={of.error} onRetry={of.refetch} />
  if (of.data.items.length === 0) return empty
  return (
    <ul className={sheets.list} aria-label={label}>
      {of.data.items.map((item) => (
        <li key={item.id} className={sheets.item}>
          {children(item)}
        </li>
      ))}
    </ul>
  )
}
