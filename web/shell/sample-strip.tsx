import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import type { Standing } from '#contract/auth'
import styles from './sample-strip.module.css'

/** Says on every screen of the sample company that it is one, and in whose shoes one stands. */
export function SampleStrip({ standing }: { standing: Extract<Standing, { standing: 'signed-in' }> }) {
  const { person, roles } = standing.me
  return (
    <nav className={styles.strip} aria-label={say('The sample company')}>
      <span>{sayWith('The sample company, as {b}', { b: <b>{person.name}</b> })}</span>
      <Link to="/shoes">{say('Change shoes')}</Link>
      {!roles.includes('guest') && <Link to="/leave-sample">{say('Leave the sample')}</Link>}
    </nav>
  )
}
