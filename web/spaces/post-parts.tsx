// What a post may have beside its words; fetched when somebody begins to write one.
import { Link } from '@tanstack/react-router'
import { ChartBarDecreasing, Clock, Megaphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { now } from '#browser/clock'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { LaterFields } from './later-fields.tsx'
import { presetsFor } from './later-words.ts'
import { PollFields } from './poll-fields.tsx'
import { EMPTY_POLL, readPollDraft } from './poll-words.ts'
import styles from './post-parts.module.css'
import { useScheduled } from './use-scheduled.ts'

const ICON = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

type PostPartsProps = {
  /** As they are kept with the draft; empty where there is none. */
  poll: string
  later: string
  announces: string
  mayAnnounce: boolean
  onPoll: (poll: string) => void
  onLater: (on: string) => void
  onAnnounces: (announces: string) => void
}

export function PostParts(props: PostPartsProps) {
  const { poll, later, announces, mayAnnounce, onPoll, onLater, onAnnounces } = props
  const draft = readPollDraft(poll)
  return (
    <div className={styles.parts}>
      {draft && (
        <Part title={say('Poll')} onRemove={() => onPoll('')}>
          <PollFields draft={draft} onDraft={(next) => onPoll(JSON.stringify(next))} />
        </Part>
      )}
      {later !== '' && (
        <Part title={say('Post later')} onRemove={() => onLater('')}>
          <LaterFields on={later} onChoose={onLater} />
        </Part>
      )}
      {mayAnnounce && announces === 'yes' && (
        <Part title={say('Announcement')} onRemove={() => onAnnounces('')}>
          <p className={styles.sentence}>
            {say(
              'It stands on top of the space and of everybody’s home until they have seen it, for two weeks at the most. You see how many have seen it, never who.',
            )}
          </p>
        </Part>
      )}
      <div className={styles.offers}>
        {!draft && (
          <Offer Icon={ChartBarDecreasing} onPress={() => onPoll(JSON.stringify(EMPTY_POLL))}>
            {say('Add a poll')}
          </Offer>
        )}
        {later === '' && (
          <Offer Icon={Clock} onPress={() => onLater(presetsFor(now()).at(-1)?.on ?? '')}>
            {say('Post later')}
          </Offer>
        )}
        {mayAnnounce && announces !== 'yes' && (
          <Offer Icon={Megaphone} onPress={() => onAnnounces('yes')}>
            {say('Announce it')}
          </Offer>
        )}
        <WaitingLink />
      </div>
    </div>
  )
}

type OfferProps = { Icon: typeof Clock; onPress: () => void; children: ReactNode }

function Offer({ Icon, onPress, children }: OfferProps) {
  return (
    <Button kind="quiet" icon={<Icon {...ICON} />} onClick={onPress}>
      {children}
    </Button>
  )
}

/** Leads to what waits already, while there is anything. */
function WaitingLink() {
  const count = useScheduled().data?.items.length ?? 0
  if (count === 0) return null
  return (
    <Link to="/scheduled" className={styles.waiting}>
      {say('{count, plural, one {# post waits} other {# posts wait}}', { count })}
    </Link>
  )
}

type PartProps = { title: string; onRemove: () => void; children: ReactNode }

function Part({ title, onRemove, children }: PartProps) {
  return (
    <section className={styles.part} aria-label={title}>
      <div className={styles.head}>
        <span className={styles.name}>{title}</span>
        <Button kind="quiet" aria-label={say('Remove: {title}', { title })} onClick={onRemove}>
          {say('Remove')}
        </Button>
      </div>
      {children}
    </section>
  )
}
