// The ways between the screens of moderation, and how much waits behind the first.
import { Link } from '@tanstack/react-router'
import { say, sayAs } from '#browser/say'
import { useMe } from '#browser/session'
import { NewMark } from '#ui/fresh-mark'
import styles from './moderation.module.css'
import { shownCases, useCaseCount } from './use-case-count.ts'

export function ModerationWays() {
  const { roles } = useMe()
  const waiting = useCaseCount()?.waiting ?? 0
  return (
    <nav aria-label={say('Moderation')} className={styles.ways}>
      <Link to="/moderation" activeOptions={{ exact: true }}>
        {sayAs('of moderation', 'Cases')}
        {waiting > 0 && <NewMark words={say('{count} waiting', { count: shownCases(waiting) })} />}
      </Link>
      <Link to="/moderation/log">{sayAs('of moderation', 'Log')}</Link>
      {!roles.includes('guest') && <Link to="/moderation/ledger">{sayAs('of moderation', 'Ledger')}</Link>}
      {roles.includes('steward') && (
        <Link to="/moderation/watch">{sayAs('the screen of watched words', 'Watch')}</Link>
      )}
    </nav>
  )
}
