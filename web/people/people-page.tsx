// The directory.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import { useSettled } from '#browser/use-settled'
import { Field } from '#ui/field'
import { PageTitle } from '#ui/page-title'
import page from '../ui/page.module.css'
import { Paged } from './paged.tsx'
import styles from './people-page.module.css'
import { PersonRow } from './person-row.tsx'

const SETTLED_MS = 150

export function PeoplePage() {
  const { search: asked = '' } = useSearch({ strict: false })
  const [typed, setTyped] = useState(asked)
  const search = useSettled(typed.trim(), SETTLED_MS)
  const navigate = useNavigate()
  useEffect(() => {
    // The address says what was looked for, so that one comes back to it.
    if (search !== asked) navigate({ to: '/people', search: { search: search || undefined }, replace: true })
  }, [search, asked, navigate])
  return (
    <div className={page.page}>
      <header className={styles.top}>
        <PageTitle>{say('People')}</PageTitle>
        <Link to="/people/tree">{say('See who reports to whom')}</Link>
        <Link to="/people/guests">{say('Guests')}</Link>
        <Link to="/groups">{say('Groups to mention')}</Link>
      </header>
      <Field
        label={say('Search')}
        hint={say('A name, a title, a unit or a site. The beginnings of words are enough.')}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Directory search={search} />
    </div>
  )
}

function Directory({ search }: { search: string }) {
  const pages = useInfiniteQuery({
    queryKey: ['people', 'list-people', { search }],
    queryFn: ({ pageParam }) =>
      call('people', 'listPeople', {
        ...(search !== '' && { search }),
        ...(pageParam !== '' && { cursor: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: (earlier) => earlier,
  })
  const people = pages.data?.pages.flatMap((each) => each.items) ?? []
  return (
    <Paged
      pages={pages}
      isEmpty={people.length === 0}
      sentence={
        search === '' ? say('Nobody is here yet.') : say('Nobody was found for “{search}”.', { search })
      }
    >
      <ul className={styles.list} aria-label={say('People')}>
        {people.map((person) => (
          <li key={person.id}>
            <PersonRow person={person} />
          </li>
        ))}
      </ul>
    </Paged>
  )
}
