// For a guest: who answers for them, until when they stay, and who looked at what they see.
import { Panel } from '#ui/panel'
import { When } from '#ui/when'
import styles from './guests.module.css'
import { dayOf, useStay } from './use-guests.ts'

export function OwnStay() {
  const { data } = useStay()
  if (!data?.guest) return null
  const { guest, looks } = data
  return (
    <Panel title="Your stay">
      <p>
        {guest.sponsor === null ? 'You are a guest here' : `${guest.sponsor.name} answers for you here`}
        {guest.endsAt === null ? '.' : `, until ${dayOf(guest.endsAt)}.`} You see{' '}
        {guest.spaces.map(({ name }) => name).join(', ') || 'nothing yet'}.
      </p>
      <p className={styles.note}>
        Stewards and keepers may look at what you see, to check it. They see nothing of what you keep for
        yourself, and can do nothing in your name.
        {looks.length === 0 && ' Nobody has looked so far.'}
      </p>
      {looks.length > 0 && (
        <ul className={styles.looks} aria-label="Who looked">
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
