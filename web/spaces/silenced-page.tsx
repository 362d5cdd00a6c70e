// Whom one muted and blocked. Nobody else sees it.
import { Link } from '@tanstack/react-router'
import { say, sayAs } from '#browser/say'
import type { Silenced } from '#contract/judged'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { PersonName } from '#ui/person-name'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import styles from './moderation.module.css'
import { useSilenceDeeds } from './use-moderation.ts'
import { useSilenced } from './use-silenced.ts'

export function SilencedPage() {
  const list = useSilenced()
  const items = list.data?.items
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Muted and blocked')}</PageTitle>
        <p className={page.under}>
          {say(
            'What somebody says whom you muted does not come to your home and notices, and is folded in threads. With somebody whom you blocked, neither of you hears of the other. They are not told. You do both on a person’s own page.',
          )}
        </p>
      </header>
      {items === undefined && list.error === null && <Skeleton lines={4} />}
      {items === undefined && list.error !== null && <Trouble problem={list.error} onRetry={list.refetch} />}
      {items?.length === 0 && (
        <EmptyState
          sentence={say('You hear everybody.')}
          action={<Link to="/people">{say('Find a person')}</Link>}
        />
      )}
      <ul className={styles.said}>
        {items?.map((silenced) => (
          <SilencedItem key={silenced.person.id} silenced={silenced} />
        ))}
      </ul>
    </div>
  )
}

function SilencedItem({ silenced: { person, isMuted, isBlocked } }: { silenced: Silenced }) {
  const { unmute, unblock } = useSilenceDeeds()
  return (
    <li className={styles.row}>
      <span>
        <PersonName person={person} />{' '}
        <span className={styles.note}>
          {isBlocked ? sayAs('a person', 'blocked') : sayAs('a person', 'muted')}
        </span>
      </span>
      <span className={styles.buttons}>
        {isMuted && (
          <Button
            kind="quiet"
            aria-label={say('Hear again: {person}', { person: person.name })}
            onClick={() => unmute(person)}
          >
            {sayAs('a person', 'Hear again')}
          </Button>
        )}
        {isBlocked && (
          <Button
            kind="quiet"
            aria-label={say('Unblock {person}', { person: person.name })}
            onClick={() => unblock(person)}
          >
            {sayAs('a person', 'Unblock')}
          </Button>
        )}
      </span>
    </li>
  )
}
