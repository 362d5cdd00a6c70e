// The ways between the screens of moderation, and how much waits behind the first.
import { Link } from '@tanstack/react-router'
import { useMe } from '#browser/session'
import { NewMark } from '#ui/fresh-mark'
import styles from './moderation.module.css'
import { shownCases, useCaseCount } from './use-case-count.ts'

export function ModerationWays() {
  const { roles } = useMe()
  const waiting = useCaseCount()?.waiting ?? 0
  return (
    <nav aria-label="Moderation" className={styles.ways}>
      <Link to="/moderation" activeOptions={{ exact: true }}>
        Cases
        {waiting > 0 && <NewMark words={`${shownCases(waiting)} waiting`} />}
      </Link>
      <Link to="/moderation/log">Log</Link>
      {!roles.includes('guest') && <Link to="/moderation/ledger">Ledger</Link>}
      {roles.includes('steward') && <Link to="/moderation/watch">Watch</Link>}
    </nav>
  )
}
