// A profile: who somebody is, how one gets to them, and what they said.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { Person } from '#contract/people'
import type { PersonId, PersonRef } from '#contract/ref'
import { Avatar } from '#ui/avatar'
import { Button } from '#ui/button'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import styles from './person-page.module.css'
import { personQuery } from './person-query.ts'
import { PersonRow } from './person-row.tsx'
import { PersonStanding } from './person-standing.tsx'
import { ROLE_WORDS } from './role-words.ts'
import { standingOf } from './standing-of.ts'
import { WayTo } from './way-to.tsx'

/** What this page takes from other rooms; the shell hands it over. */
export type PersonParts = {
  PostList: ComponentType<{ personId: PersonId }>
  HoursOf: ComponentType<{ hostId: PersonId }>
  /** What they wrote that was taken for an answer. */
  AnswersOf: ComponentType<{ person: PersonRef }>
  /** Mutes and blocks. */
  SilenceMenu: ComponentType<{ person: PersonRef }>
  useFollowPerson: (id: PersonId) => { follows: boolean | undefined; press: () => void }
}

export function PersonPage({ id, parts }: { id: PersonId; parts: PersonParts }) {
  const person = useQuery(personQuery(id))
  if (person.isPending) return <Skeleton lines={6} />
  if (person.isError) {
    return (
      <div className={styles.page}>
        <PageTitle>{say('Person')}</PageTitle>
        <Trouble problem={person.error} onRetry={person.refetch} />
      </div>
    )
  }
  return (
    <div className={styles.page}>
      <Head person={person.data} parts={parts} />
      {person.data.roles.includes('executive') && <parts.HoursOf hostId={id} />}
      <Facts person={person.data} />
      <Around person={person.data} />
      {person.data.may.changeRoles && <PersonStanding person={person.data} />}
      <section>
        <h2>{say('Answers')}</h2>
        <parts.AnswersOf person={person.data} />
      </section>
      <section>
        <h2>{say('Posts')}</h2>
        <parts.PostList personId={id} />
      </section>
    </div>
  )
}

function Head({ person, parts }: { person: Person; parts: PersonParts }) {
  const { follows, press } = parts.useFollowPerson(person.id)
  const { roles } = useMe()
  const mayAsk = person.isActive && !roles.includes('guest')
  return (
    <header className={styles.head}>
      <Avatar person={person} size="large" />
      <div>
        <PageTitle>{person.name}</PageTitle>
        <p className={styles.under}>{standingOf(person)}</p>
      </div>
      {person.isYou ? (
        <Link to="/settings" className={styles.edit}>
          {say('Change your profile')}
        </Link>
      ) : (
        <>
          <Button aria-pressed={follows === true} disabled={follows === undefined} onClick={press}>
            {follows ? say('Following') : say('Follow')}
          </Button>
          {mayAsk && (
            <Link to="/ask" search={{ person: person.id }} className={styles.edit}>
              {say('Ask them')}
            </Link>
          )}
          <parts.SilenceMenu person={person} />
        </>
      )}
    </header>
  )
}

function Facts({ person }: { person: Person }) {
  const facts: [string, string | null][] = [
    [say('About'), person.about],
    [say('Purpose'), person.purpose],
    [say('Languages'), person.languages.join(', ') || null],
    [say('Time zone'), person.timeZone],
    [say('Country'), person.country],
    [say('Roles'), person.roles.map((role) => ROLE_WORDS[role]).join(', ') || null],
    [say('Addresses'), person.addresses.join(', ') || null],
  ]
  const known = facts.filter(([, value]) => value !== null)
  if (known.length === 0) return null
  return (
    <dl className={styles.facts}>
      {known.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Around({ person }: { person: Person }) {
  if (person.manager === null && person.reports.length === 0) return null
  return (
    <section className={styles.around} aria-label={say('Reporting tree')}>
      {person.manager !== null && (
        <Side title={say('Reports to')}>
          <PersonRow person={person.manager} />
        </Side>
      )}
      {person.reports.length > 0 && (
        <Side
          title={say('{count, plural, one {One report} other {# reports}}', { count: person.reportCount })}
        >
          <ul className={styles.list}>
            {person.reports.map((report) => (
              <li key={report.id}>
                <PersonRow person={report} />
              </li>
            ))}
          </ul>
        </Side>
      )}
      {!person.isYou && person.distance !== null && <WayTo person={person} />}
    </section>
  )
}

function Side({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2>{title}</h2>
      {children}
    </div>
  )
}
