import { type ReactNode, useEffect, useRef } from 'react'
import styles from './page-title.module.css'

/**
 * The one heading of a screen. It names the document, and takes the focus when one comes from another screen, be it by
 * a link that is still there, so that a screen reader begins at the top of what is new.
 */
export function PageTitle({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${heading.current?.textContent ?? ''} · Foyer`
  })
  useEffect(() => {
    const active = document.activeElement
    if (active === null || active === document.body || active.matches('nav [aria-current="page"]')) {
      heading.current?.focus({ preventScroll: true })
    }
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  )
}
