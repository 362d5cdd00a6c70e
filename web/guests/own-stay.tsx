// For a guest: who answers for them, until when they stay, and who looked at what they see.
import { say } from '#browser/say'
import type { Guest } from '#contract/guests'
import { Panel } from '#ui/panel'
import { When } from '#ui/when'
import styles from './guests.module.css'
import { dayOf, useStay } from './use-guests.ts'

export function OwnStay() {
  const { data } = useStay()
  if (!data?.guest) return null
  const { guest, looks } = data
  return (
    <Panel title={say('Your stay')}>
      <p>
        {stayOf(guest)} {seesOf(guest)}
      </p>
      <p className={styles.note}>
        {say(
          'Stewards and keepers may look at what you see, to check it. They see nothing of what you keep for yourself, and can do nothing in your name.',
        )}
        {looks.length === 0 && <> {say('Nobody has looked so far.')}</>}
      </p>
      {looks.length > 0 && (
        <ul className={styles.looks} aria-label={say('Who looked')}>
          {looks.map(({ id, by, at }) => (
            <li key={id}>
              {by.name}, <When at={at} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

type Stay = Pick<Guest, 'sponsor' | 'endsAt' | 'spaces'>

function stayOf({ sponsor, endsAt }: Stay): string {
  if (sponsor === null) {
    return endsAt === null
      ? say('You are a guest here.')
      : say('You are a guest here, until {day}.', { day: dayOf(endsAt) })
  }
  return endsAt === null
    ? say('{name} answers for you here.', { name: sponsor.name })
    : say('{name} answers for you here, until {day}.', { name: sponsor.name, day: dayOf(endsAt) })
}

function seesOf({ spaces }: Stay): string {
  return spaces.length === 0
    ? say('You see nothing yet.')
    : say('You see {spaces}.', { spaces: spaces.map(({ name }) => name).join(', ') })
}
