// The frame around every screen: who is here decides whether there is navigation, or first a door.
import { Navigate, Outlet, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useStanding } from '#browser/session'
import { rememberWayBack } from '#browser/way-back'
import type { Standing } from '#contract/auth'
import { Skeleton } from '#ui/skeleton'
import { Toasts } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { KeySheet } from './key-sheet.tsx'
import { Navigation } from './navigation.tsx'
import { OfflineNote } from './offline-note.tsx'
import styles from './shell.module.css'

export function Shell() {
  const standing = useStanding()
  if (standing.isPending)
    return (
      <Bare>
        <Skeleton lines={4} />
      </Bare>
    )
  if (standing.isError) {
    return (
      <Bare>
        <Trouble problem={standing.error} onRetry={() => standing.refetch()} />
      </Bare>
    )
  }
  return <Framed standing={standing.data} />
}

function Framed({ standing }: { standing: Standing }) {
  const { pathname, href } = useLocation()
  const isDoor = pathname === '/welcome' || pathname === '/sign-in' || pathname.startsWith('/link/')
  if (standing.standing === 'first-run' && pathname !== '/welcome') return <Navigate to="/welcome" replace />
  if (standing.standing === 'signed-out' && (!isDoor || pathname === '/welcome')) {
    rememberWayBack(href)
    return <Navigate to="/sign-in" replace />
  }
  if (isDoor) {
    return (
      <Bare>
        <Outlet />
      </Bare>
    )
  }
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      <Navigation standing={standing} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <OfflineNote />
        <Outlet />
      </main>
      <KeySheet />
      <Toasts />
    </div>
  )
}

function Bare({ children }: { children: ReactNode }) {
  return (
    <>
      <main id="main" className={styles.bare}>
        {children}
      </main>
      <Toasts />
    </>
  )
}
