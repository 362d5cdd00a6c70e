// The door of the sample company: in whose shoes to look around.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { clearAllDrafts } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { useStanding } from '#browser/session'
import type { Shoes, Standing } from '#contract/auth'
import type { PersonId } from '#contract/ref'
import { Avatar } from '#ui/avatar'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { Door } from './door.tsx'
import { LanguageOffer } from './language-offer.tsx'
import { OpenDoorNote } from './open-door-note.tsx'
import styles from './shoes-page.module.css'
import { Waiting } from './waiting.tsx'

export function ShoesPage() {
  const { data: standing } = useStanding()
  const shoes = useQuery({ queryKey: ['auth', 'list-shoes'], queryFn: () => call('auth', 'listShoes', {}) })
  const name = standing === undefined || standing.standing === 'first-run' ? '' : standing.networkName
  return (
    <Door
      title={say('Whose shoes would you like?')}
      under={say(
        '{name} is made up. Look around as one of its people; you can change shoes whenever you like.',
        { name },
      )}
    >
      {shoes.data?.isOpenToOthers && <OpenDoorNote />}
      {shoes.data !== undefined && <ShoesList items={shoes.data.items} />}
      {shoes.error !== null && <Trouble problem={shoes.error} onRetry={shoes.refetch} />}
      {shoes.isPending && <Skeleton lines={6} />}
      {standing?.standing === 'signed-in' ? <WaysOn standing={standing} /> : <LanguageOffer />}
    </Door>
  )
}

function ShoesList({ items }: { items: readonly Shoes[] }) {
  const step = useMutation({
    mutationFn: (personId: PersonId) => call('auth', 'stepIntoShoes', { personId }),
    onSuccess: begin,
  })
  const isStepping = step.isPending || step.isSuccess
  return (
    <div>
      <ul className={styles.list}>
        {items.map(({ person, as, sees }) => (
          <li key={person.id}>
            <button
              type="button"
              className={styles.shoes}
              disabled={isStepping}
              onClick={() => step.mutate(person.id)}
            >
              <Avatar person={person} />
              <span className={styles.words}>
                <span className={styles.who}>
                  <b>{person.name}</b>
                  <span>{as}</span>
                </span>
                <span>{sees}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Waiting isWaiting={isStepping} sentence={say('Stepping in …')} />
      {step.error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(step.error)}
        </p>
      )}
    </div>
  )
}

/** The page begins anew, so that nothing of the person before is left in it. Executives land in their brief. */
function begin(standing: Standing): void {
  clearAllDrafts()
  const isExecutive = standing.standing === 'signed-in' && standing.me.roles.includes('executive')
  location.assign(isExecutive ? '/brief' : '/')
}

function WaysOn({ standing }: { standing: Extract<Standing, { standing: 'signed-in' }> }) {
  const { person, roles } = standing.me
  return (
    <p className={styles.ways}>
      <Link to="/">{say('Stay in the shoes of {name}', { name: person.name })}</Link>
      {!roles.includes('guest') && <Link to="/leave-sample">{say('Leave the sample')}</Link>}
    </p>
  )
}
