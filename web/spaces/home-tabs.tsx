// The two ways to read at home: everything by time, and a short list of what is worth one's time.
import { Link } from '@tanstack/react-router'
import { say, sayAs } from '#browser/say'
import styles from './home-tabs.module.css'

export function HomeTabs() {
  return (
    <nav className={styles.tabs} aria-label={say('Home')}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {sayAs('posts', 'Latest')}
      </Link>
      <Link to="/worth-your-time">{say('Worth your time')}</Link>
    </nav>
  )
}
