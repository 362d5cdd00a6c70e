// One guest: who answers for them, what they see, until when, and what can be done.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { say } from '#browser/say'
import type { Guest } from '#contract/guests'
import { Avatar } from '#ui/avatar'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { GuestMark } from '#ui/guest-mark'
import page from '../ui/page.module.css'
import styles from './guests.module.css'
import type { GuestsParts } from './parts.ts'
import { dayOf, useGuestActs } from './use-guests.ts'

export function GuestItem({ guest, parts }: { guest: Guest; parts: GuestsParts }) {
  const { person } = guest
  return (
    <article className={styles.guest} aria-label={person.name}>
      <Avatar person={person} />
      <div className={styles.words}>
        <p>
          <b>{person.name}</b>
          <GuestMark guestOf={person.guestOf} />
        </p>
        <Facts guest={guest} />
        <Acts guest={guest} parts={parts} />
      </div>
    </article>
  )
}

function Facts({ guest: { sponsor, endsAt, isIn, spaces, lastSeenOn } }: { guest: Guest }) {
  return (
    <dl className={styles.facts}>
      <dt>{say('Sponsor')}</dt>
      <dd>{sponsor?.name ?? say('Nobody answers for them')}</dd>
      <dt>{say('Stay')}</dt>
      <dd>{stayOf({ endsAt, isIn })}</dd>
      <dt>{say('Sees')}</dt>
      <dd>
        {spaces.length === 0
          ? say('Nothing that you know of')
          : spaces.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Link to="/spaces/$id" params={{ id }}>
                  {name}
                </Link>
              </span>
            ))}
      </dd>
      <dt>{say('Last here')}</dt>
      <dd>{lastSeenOn === null ? say('Signed in nowhere') : dayOf(lastSeenOn)}</dd>
    </dl>
  )
}

function stayOf({ endsAt, isIn }: Pick<Guest, 'endsAt' | 'isIn'>): string {
  if (!isIn) return say('Over: they see nothing')
  return endsAt === null ? say('Without an end') : say('Until {day}', { day: dayOf(endsAt) })
}

function Acts({
  guest: { person, may, isIn },
  parts: { PersonPicker },
}: {
  guest: Guest
  parts: GuestsParts
}) {
  const { renew, end, handOn, look } = useGuestActs()
  const [isChoosing, setIsChoosing] = useState(false)
  return (
    <div className={page.row}>
      {may.renew && (
        <Button onClick={() => renew.mutate(person.id)} disabled={renew.isPending}>
          {isIn ? say('Renew for 90 days') : say('Let them back in')}
        </Button>
      )}
      {may.lookAs && (
        <Button onClick={() => look.mutate({ guestId: person.id })}>{say('Look as this guest')}</Button>
      )}
      {may.changeSponsor && (
        <Button kind="quiet" onClick={() => setIsChoosing(true)}>
          {say('Another sponsor')}
        </Button>
      )}
      {may.end && (
        <Button kind="quiet" onClick={() => end.mutate(person.id)} disabled={end.isPending}>
          {say('End the stay')}
        </Button>
      )}
      <Dialog
        title={say('Who answers for {name}?', { name: person.name })}
        open={isChoosing}
        onClose={() => setIsChoosing(false)}
      >
        <PersonPicker
          label={say('The sponsor from now on')}
          startsFocused
          onPick={(sponsor) => {
            setIsChoosing(false)
            handOn.mutate({ id: person.id, sponsorId: sponsor.id })
          }}
        />
      </Dialog>
    </div>
  )
}
