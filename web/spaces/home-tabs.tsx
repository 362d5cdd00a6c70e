// The two ways to read at home: everything by time, and a short list of what is worth one's time.
import { Link } from '@tanstack/react-router'
import styles from './home-tabs.module.css'

export function HomeTabs() {
  return (
    <nav className={styles.tabs} aria-label="Home">
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        Latest
      </Link>
      <Link to="/worth-your-time">Worth your time</Link>
    </nav>
  )
}
