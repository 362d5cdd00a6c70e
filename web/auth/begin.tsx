// After the first administrator: bring what was said elsewhere, or start empty.
import { Link } from '@tanstack/react-router'
import styles from './begin.module.css'
import { Door } from './door.tsx'

const ARCHIVES = [
  { what: 'People, with who reports to whom', command: 'npm run foyer -- import people people.csv' },
  { what: 'A Slack export', command: 'npm run foyer -- import slack export.zip' },
  { what: 'Mail, as mbox files', command: 'npm run foyer -- import mbox mail/' },
]

export function BeginPage() {
  return (
    <Door title="How would you like to begin?">
      <section className={styles.way}>
        <h2>Bring an archive</h2>
        <p>
          Run these beside Foyer, on the same machine; Foyer may stay open. Each says first what would come in
          and what would not. Add <code>--apply</code> to bring it in. Private stays private, and nobody is
          sent a notice.
        </p>
        <dl className={styles.commands}>
          {ARCHIVES.map(({ what, command }) => (
            <div key={command}>
              <dt>{what}</dt>
              <dd>
                <code>{command}</code>
              </dd>
            </div>
          ))}
        </dl>
        <p>
          Begin with the people: archives then find their authors.{' '}
          <Link to="/administration">See what came in</Link>
        </p>
      </section>
      <section className={styles.way}>
        <h2>Start empty</h2>
        <p>Open a first space and say something in it. People join once you have added them.</p>
        <Link to="/spaces" className={styles.go}>
          Open the first space
        </Link>
      </section>
    </Door>
  )
}
