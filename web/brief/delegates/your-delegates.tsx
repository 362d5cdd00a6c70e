// Who prepares one's brief: named and ended here, at once.
import { Link } from '@tanstack/react-router'
import { say, sayWith } from '#browser/say'
import { Button } from '#ui/button'
import { PersonLine } from '#ui/person-line'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import type { BriefParts } from '../parts.ts'
import section from '../settings-page.module.css'
import { useChangeDelegates, useDelegates } from './use-delegates.ts'
import { YouPrepare } from './you-prepare.tsx'
import styles from './your-delegates.module.css'

export function YourDelegates({ PersonPicker }: Pick<BriefParts, 'PersonPicker'>) {
  const { data, error, refetch } = useDelegates()
  return (
    <section className={`${section.section} ${styles.whole}`} aria-labelledby="who-prepares">
      <h2 id="who-prepares">{say('Who prepares your brief')}</h2>
      <p className={section.hint}>
        {say(
          'They see the cards whose words they may read themselves, and neither what you read nor who is unheard by you. They can pin, order, add their view, draft answers and leave out, each with their name. Nothing is sent without you.',
        )}
      </p>
      {data === undefined && error === null && <Skeleton lines={2} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
      {data !== undefined && <Named delegates={data.yours} PersonPicker={PersonPicker} />}
      <YouPrepare />
      <p>
        <Link to="/brief/log">{say('All that was prepared')}</Link>
      </p>
    </section>
  )
}

type NamedProps = {
  delegates: NonNullable<ReturnType<typeof useDelegates>['data']>['yours']
  PersonPicker: BriefParts['PersonPicker']
}

function Named({ delegates, PersonPicker }: NamedProps) {
  const change = useChangeDelegates()
  return (
    <>
      {delegates.length === 0 && <p>{say('Nobody but you.')}</p>}
      <ul className={styles.people}>
        {delegates.map(({ person, since }) => (
          <li key={person.id}>
            <PersonLine person={person} note={sayWith('Since {when}', { when: <When at={since} /> })}>
              <Button
                aria-label={say('End that {name} prepares your brief', { name: person.name })}
                disabled={change.isPending}
                onClick={() => change.mutate({ act: 'endDelegation', personId: person.id })}
              >
                {say('End')}
              </Button>
            </PersonLine>
          </li>
        ))}
      </ul>
      <PersonPicker
        label={say('Let somebody prepare it')}
        onPick={({ id }) => change.mutate({ act: 'nameDelegate', personId: id })}
      />
    </>
  )
}
