// One guest: who answers for them, what they see, until when, and what can be done.
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
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
      <dt>Sponsor</dt>
      <dd>{sponsor?.name ?? 'Nobody answers for them'}</dd>
      <dt>Stay</dt>
      <dd>{stayOf({ endsAt, isIn })}</dd>
      <dt>Sees</dt>
      <dd>
        {spaces.length === 0
          ? 'Nothing that you know of'
          : spaces.map(({ id, name }, index) => (
              <span key={id}>
                {index > 0 && ', '}
                <Link to="/spaces/$id" params={{ id }}>
                  {name}
                </Link>
              </span>
            ))}
      </dd>
      <dt>Last here</dt>
      <dd>{lastSeenOn === null ? 'Signed in nowhere' : dayOf(lastSeenOn)}</dd>
    </dl>
  )
}

function stayOf({ endsAt, isIn }: Pick<Guest, 'endsAt' | 'isIn'>): string {
  if (!isIn) return 'Over: they see nothing'
  return endsAt === null ? 'Without an end' : `Until ${dayOf(endsAt)}`
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
          {isIn ? 'Renew for 90 days' : 'Let them back in'}
        </Button>
      )}
      {may.lookAs && <Button onClick={() => look.mutate({ guestId: person.id })}>Look as this guest</Button>}
      {may.changeSponsor && (
        <Button kind="quiet" onClick={() => setIsChoosing(true)}>
          Another sponsor
        </Button>
      )}
      {may.end && (
        <Button kind="quiet" onClick={() => end.mutate(person.id)} disabled={end.isPending}>
          End the stay
        </Button>
      )}
      <Dialog
        title={`Who answers for ${person.name}?`}
        open={isChoosing}
        onClose={() => setIsChoosing(false)}
      >
        <PersonPicker
          label="The sponsor from now on"
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
