// The frame around every screen: who is here decides whether there is navigation, or first a door.
import { Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { isLooking } from '#browser/looking'
import { say } from '#browser/say'
import { useStanding } from '#browser/session'
import { rememberWayBack } from '#browser/way-back'
import type { Standing } from '#contract/auth'
import { Skeleton } from '#ui/skeleton'
import { Toasts } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { type Door, doorFor, isDoor } from './doors.ts'
import { KeySheet } from './key-sheet.tsx'
import { Navigation } from './navigation.tsx'
import { OfflineNote } from './offline-note.tsx'
import { SampleStrip } from './sample-strip.tsx'
import styles from './shell.module.css'
import { TokenFetching } from './token-fetching.tsx'

const LookStrip = lazy(() => import('./look-strip.tsx').then((module) => ({ default: module.LookStrip })))

export function Shell() {
  const standing = useStanding()
  if (standing.data !== undefined) return <Framed standing={standing.data} />
  return (
    <Bare>
      {standing.error === null ? (
        <Skeleton lines={4} />
      ) : (
        <Trouble problem={standing.error} onRetry={standing.refetch} />
      )}
    </Bare>
  )
}

function Framed({ standing }: { standing: Standing }) {
  // The screen that stands, not the address that is already on its way: what was behind the door must not be drawn
  // for an instant with nobody signed in.
  const screen = useMatches().at(-1)?.fullPath ?? ''
  const door = doorFor(standing, screen)
  if (door !== undefined) return <ToDoor door={door} from={isDoor(screen) ? 'a-door' : 'the-house'} />
  if (isDoor(screen)) {
    return (
      <Bare>
        <Outlet />
      </Bare>
    )
  }
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {say('Skip to the content')}
      </a>
      <Navigation standing={standing} />
      <main id="main" className={styles.main} tabIndex={-1}>
        {isLooking() && (
          <Suspense>
            <LookStrip standing={standing} />
          </Suspense>
        )}
        {standing.standing === 'signed-in' && standing.isSample && <SampleStrip standing={standing} />}
        <OfflineNote />
        <Outlet />
      </main>
      <KeySheet />
      {standing.standing === 'signed-in' && <TokenFetching />}
      <Toasts />
    </div>
  )
}

/** Leads to a door, and remembers where in the house somebody wanted to go. */
function ToDoor({ door, from }: { door: Door; from: 'a-door' | 'the-house' }) {
  const { href } = useLocation()
  const [wanted] = useState(href)
  const navigate = useNavigate()
  useEffect(() => {
    if (from === 'the-house') rememberWayBack(wanted)
    navigate({ to: door, replace: true })
  }, [wanted, from, door, navigate])
  return null
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
