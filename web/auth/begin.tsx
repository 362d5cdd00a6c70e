// After the first administrator: bring what was said elsewhere, or start empty.
import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import styles from './begin.module.css'
import { Door } from './door.tsx'

const ARCHIVES = [
  { what: say('People, with who reports to whom'), command: 'npm run foyer -- import people people.csv' },
  { what: say('A Slack export'), command: 'npm run foyer -- import slack export.zip' },
  { what: say('Mail, as mbox files'), command: 'npm run foyer -- import mbox mail/' },
]

export function BeginPage() {
  return (
    <Door title={say('How would you like to begin?')}>
      <section className={styles.way}>
        <h2>{say('Bring an archive')}</h2>
        <p>
          {sayWith(
            'Run these beside Foyer, on the same machine; Foyer may stay open. Each says first what would come in and what would not. Add <code>--apply</code> to bring it in. Private stays private, and nobody is sent a notice.',
            { code: (words) => <code>{words}</code> },
          )}
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
          {sayWith('Begin with the people: archives then find their authors. <way>See what came in</way>', {
            way: (words) => <Link to="/administration">{words}</Link>,
          })}
        </p>
      </section>
      <section className={styles.way}>
        <h2>{say('Start empty')}</h2>
        <p>{say('Open a first space and say something in it. People join once you have added them.')}</p>
        <Link to="/spaces" className={styles.go}>
          {say('Open the first space')}
        </Link>
      </section>
    </Door>
  )
}
