// What was asked anonymously on this device, from the device alone.
import { Link } from '@tanstack/react-router'
import { type AskedHere, forgetAskedHere, useAskedHere } from '#browser/asked-here'
import { now } from '#browser/clock'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { Panel } from '#ui/panel'
import { When } from '#ui/when'
import styles from './secrecy.module.css'

export function AskedHereList() {
  const asked = useAskedHere()
  if (asked.length === 0) return null
  return (
    <Panel title={say('Asked anonymously on this device')}>
      <p className={styles.means}>
        {say('Only this device knows that these are yours. It forgets them when you sign out.')}
      </p>
      <ul className={styles.asked}>
        {asked.map((each) => (
          <li key={each.postId}>
            <Asked asked={each} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Asked({ asked: { postId, title, secret, postedAt } }: { asked: AskedHere }) {
  const isPosted = new Date(postedAt) <= now()
  return (
    <>
      {isPosted ? (
        <Link to="/threads/$postId" params={{ postId }}>
          {title}
        </Link>
      ) : (
        <span>{title}</span>
      )}
      <span className={styles.means}>
        {isPosted ? <When at={postedAt} /> : say('Waits for the next full hour')}
      </span>
      <details>
        <summary>{say('Its code')}</summary>
        <code className={styles.code}>{secret}</code>
        <Button kind="quiet" onClick={() => forgetAskedHere(postId)}>
          {say('Forget it on this device')}
        </Button>
      </details>
    </>
  )
}
