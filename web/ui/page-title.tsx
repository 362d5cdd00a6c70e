import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page-title.module.css'

/**
 * The one heading of a screen. It names the document, and takes the focus when one comes from another screen, so that
 * a screen reader begins at the top of what is new.
 */
export function PageTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${heading.current?.textContent ?? ''} · Foyer`
  })
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  )
}
